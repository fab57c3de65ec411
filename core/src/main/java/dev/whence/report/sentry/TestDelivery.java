package dev.whence.report.sentry;

import dev.whence.event.EventRecord;
import dev.whence.report.check.Finding;
import dev.whence.report.http.HttpAnswer;
import dev.whence.report.http.HttpPoster;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends one event to a Sentry-compatible receiver and says what its answer means. */
final class TestDelivery {
  static final String PROXY_LOGIN =
      "have java.net.Authenticator's default know user and password of the proxy, for Basic, or have"
          + " the proxy let this machine through without a login";

  private final Dsn dsn;
  private final Supplier<EventRecord> events;
  private final InstantSource clock;
  private final Supplier<HttpPoster> posters;
  private @Nullable HttpAnswer answer;
  private Instant answeredAt = Instant.EPOCH;

  TestDelivery(
      Dsn dsn, Supplier<EventRecord> events, InstantSource clock, Supplier<HttpPoster> posters) {
    this.dsn = dsn;
    this.events = events;
    this.clock = clock;
    this.posters = posters;
  }

  Finding deliver() {
    EventRecord event = events.get();
    try (HttpPoster poster = posters.get()) {
      HttpAnswer received = poster.post(Envelope.of(event, clock.instant()));
      answer = received;
      answeredAt = clock.instant();
      return received.isSuccess() ? accepted(event, received) : refused(received);
    } catch (IOException e) {
      return Finding.fail(String.valueOf(e.getMessage()), remedy(e.getCause()));
    }
  }

  private static String remedy(@Nullable Throwable cause) {
    if (cause instanceof InterruptedIOException) {
      return "see what is in between, or why the receiver is silent; or raise \"read-timeout\"";
    }
    if (cause instanceof ProtocolException || cause instanceof EOFException) {
      return "correct host and port in the DSN, or its http where https is spoken: what listens"
          + " there is no receiver of events";
    }
    return "see what is in between, then ask again";
  }

  private Finding accepted(EventRecord event, HttpAnswer received) {
    String text = "project " + dsn.project() + " accepted the event " + event.id();
    return received
        .header("X-Sentry-Rate-Limits")
        .map(limits -> Finding.warn(
            text + ", and no more for a while: " + dsn.masked(limits),
            "see the quota and the rate limits of the project"))
        .orElseGet(() -> Finding.pass(text));
  }

  private Finding refused(HttpAnswer received) {
    int status = received.status();
    String reason =
        received.header("X-Sentry-Error").map(said -> ": " + dsn.masked(said)).orElse("");
    return Finding.fail("the answer was " + status + reason + details(received), remedy(status));
  }

  /** Returns what headers add to a status. A location's path may hold a secret. */
  private String details(HttpAnswer received) {
    if (received.status() / 100 == 3) {
      return received
          .header("Location")
          .map(place -> ", go to " + origin(place))
          .orElse("");
    }
    if (received.status() != 429) {
      return "";
    }
    return received
        .header("X-Sentry-Rate-Limits")
        .or(() -> received.header("Retry-After").map(wait -> "retry after " + wait))
        .map(limits -> ", " + dsn.masked(limits))
        .orElse("");
  }

  private static String origin(String location) {
    try {
      URI uri = URI.create(location);
      return uri.getHost() == null ? "another path" : uri.getScheme() + "://" + uri.getHost();
    } catch (IllegalArgumentException e) {
      return "another place";
    }
  }

  private static String remedy(int status) {
    return switch (status) {
      case 401, 403 ->
        "the key is wrong or disabled: copy the DSN again from the project's settings";
      case 400, 404, 410 ->
        "there is no such project, or no receiver at this path: copy the DSN again from the"
            + " project's settings";
      case 407 -> PROXY_LOGIN;
      case 413 -> "raise the limit for bodies in what stands before the receiver";
      case 429 -> "wait, or raise the quota and the rate limits of the project or its key";
      default -> remedyOfClass(status);
    };
  }

  private static String remedyOfClass(int status) {
    if (status / 100 == 3) {
      return "a proxy or a login page is in between, or the receiver has moved: write the address"
          + " that takes events into the DSN, https where it wants that; Whence follows nobody";
    }
    return status >= 500 || status == 408
        ? "the receiver, or what stands before it, is out of order: see its log; Whence keeps events"
            + " for it and tries again"
        : "see the log of the receiver and of what stands before it";
  }

  // The clocks.

  Finding compareClocks() {
    return answer == null
        ? Finding.skip("there is no answer to compare with")
        : ClockFindings.of(answer.header("Date").orElse(""), answeredAt);
  }
}
