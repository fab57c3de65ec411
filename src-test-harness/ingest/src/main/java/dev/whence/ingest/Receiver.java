package dev.whence.ingest;

import dev.whence.ingest.http.ContentDecoder;
import dev.whence.ingest.http.Headers;
import dev.whence.ingest.http.RawRequest;
import dev.whence.ingest.http.Refusal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Judges requests: what is well-formed goes to the inbox, the rest is complained of. Never throws.
 */
final class Receiver {
  private static final Pattern PATH = Pattern.compile("/api/[A-Za-z0-9_-]+/envelope/");
  private static final String CONTENT_TYPE = "application/x-sentry-envelope";

  private final Inbox inbox;
  private final AnswerScript script;
  private final int maxBodyBytes;

  Receiver(Inbox inbox, AnswerScript script, int maxBodyBytes) {
    this.inbox = inbox;
    this.script = script;
    this.maxBodyBytes = maxBodyBytes;
  }

  int maxBodyBytes() {
    return maxBodyBytes;
  }

  /** Returns how the answer to come goes over the wire. */
  Wire coming() {
    return script.peek().wire();
  }

  /** Answers a request that is not read. */
  Reply receiveUnread() {
    return new Reply(script.next(), "{}");
  }

  Reply receive(RawRequest raw) {
    ReceivedRequest request = new ReceivedRequest(raw);
    Answer answer = script.next();
    try {
      return accept(request, envelope(raw), answer);
    } catch (Refusal refusal) {
      inbox.add(request, refusal.complaints());
      return Reply.refusing(refusal);
    } catch (RuntimeException fault) {
      inbox.add(request, List.of("the receiver itself failed: " + fault));
      return Reply.refusing(new Refusal(500, fault.toString()));
    }
  }

  /** Answers what could not be read as a request. */
  Reply refuse(Refusal refusal) {
    inbox.complain(refusal.complaints());
    return Reply.refusing(refusal);
  }

  void complain(String complaint) {
    inbox.complain(List.of(complaint));
  }

  private Reply accept(ReceivedRequest request, ReceivedEnvelope envelope, Answer answer) {
    if (!answer.isAccepting()) {
      inbox.add(request);
      return new Reply(answer, "{}");
    }
    inbox.add(request, envelope);
    return Reply.accepting(answer, envelope.eventId());
  }

  private ReceivedEnvelope envelope(RawRequest request) throws Refusal {
    checkTarget(request);
    Headers headers = request.headers();
    AuthHeader.check(headers);
    String contentType = headers.value("Content-Type").orElse("");
    if (!contentType.equals(CONTENT_TYPE)) {
      throw new Refusal(
          400, "Content-Type must be " + CONTENT_TYPE + ", was \"" + contentType + "\"");
    }
    String coding = headers.value("Content-Encoding").orElse("identity");
    return EnvelopeParser.parse(ContentDecoder.decode(coding, request.body(), maxBodyBytes));
  }

  private static void checkTarget(RawRequest request) throws Refusal {
    if (!request.method().equals("POST")) {
      throw new Refusal(400, "method must be POST, was " + request.method());
    }
    if (!PATH.matcher(request.target()).matches()) {
      throw new Refusal(
          400, "path must be /api/PROJECT/envelope/, was \"" + request.target() + "\"");
    }
  }
}
