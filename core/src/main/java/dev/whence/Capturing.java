package dev.whence;

import dev.whence.capture.Capture;
import dev.whence.capture.Captures;
import dev.whence.capture.Details;
import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.event.Breadcrumb;
import dev.whence.event.Consent;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.event.RandomIds;
import dev.whence.record.Intake;
import dev.whence.refuse.Refusal;
import dev.whence.request.RequestFacts;
import dev.whence.snapshot.Snapshot;
import dev.whence.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way of a capture through an instance: refusals first, then a snapshot, then the inbox. For
 * any thread.
 */
final class Capturing implements Captures.Judge {
  private static final int SWITCHING_PROTOCOLS = 101;

  private final Engine engine;
  private final Engine.Parts parts;
  private final Intake intake;
  private final RandomIds ids = new RandomIds();
  private final double sampleRate;
  private final int maxBreadcrumbs;
  private final boolean attachesStack;

  Capturing(Engine engine, Engine.Parts parts) {
    this.engine = engine;
    this.parts = parts;
    this.intake = parts.intake();
    Settings settings = parts.settings();
    sampleRate = settings.get(Keys.SAMPLE_RATE);
    maxBreadcrumbs = settings.get(Keys.MAX_BREADCRUMBS);
    attachesStack = settings.get(Keys.ATTACH_STACKTRACE);
  }

  // What is captured.

  Details newDetails() {
    return new Details(maxBreadcrumbs);
  }

  Capture of(Throwable failure, Capture.Manner manner) {
    return Capture.of(ids.eventId(), failure, manner, newDetails());
  }

  Capture of(String message, Level level) {
    Capture capture = Capture.of(ids.eventId(), message, level, newDetails());
    return attachesStack ? capture.at(new Throwable()) : capture;
  }

  @Override
  public @Nullable Refusal refusal(Capture capture) {
    Throwable failure = capture.failure();
    if (failure != null && parts.ignoredTypes().matches(failure)) {
      return Refusal.IGNORED;
    }
    return ids.isWithin(sampleRate) ? null : Refusal.SAMPLE_RATE;
  }

  @Override
  public void refuse(Capture capture) {
    Refusal refusal = capture.refusal();
    if (refusal != null) {
      parts.recorder().refuse(capture.id(), refusal);
    }
  }

  // Within a request, or outside of any.

  /** Captures what nobody caught; empty if there will be no event of it. */
  Optional<EventId> fail(
      RequestScope scope, Throwable failure, Capture.Manner manner, @Nullable RequestFacts facts) {
    try {
      return Optional.ofNullable(capture(scope, facts, of(failure, manner)));
    } catch (Throwable e) {
      parts.faults().count("capture", e);
      return Optional.empty();
    }
  }

  /** Takes note of what may yet be turned into an answer. */
  void sighted(RequestScope scope, Throwable failure, String mechanism) {
    try {
      Capture capture = of(failure, new Capture.Manner(mechanism, false)).undecided();
      EventId unused = capture(scope, null, capture);
    } catch (Throwable e) {
      parts.faults().count("capture", e);
    }
  }

  /**
   * Takes a capture: onto the scope if there is one whose request goes on, else to the recorder.
   *
   * @param facts of a request that is over, if they can still be had
   * @return the ID under which it will be an event; null if it will be none
   */
  @Nullable
  EventId capture(@Nullable RequestScope scope, @Nullable RequestFacts facts, Capture capture) {
    if (scope != null) {
      Trace trace = scope.knownTrace();
      if (trace != null) {
        capture.in(trace);
      }
      boolean isByHand = capture.manner().is(Capture.Manner.BY_HAND);
      Capture standing = scope.captures().park(capture);
      if (standing != null) {
        return isAccepted(scope, standing, isByHand && intake.isDurable()) ? standing.id() : null;
      }
    }
    boolean unused = capture.leave();
    capture.refusal(refusal(capture));
    if (capture.refusal() != null) {
      refuse(capture);
      return null;
    }
    return offer(capture, scope, facts) ? capture.id() : null;
  }

  /** Says whether what is parked will be an event; what is to be durable goes to be one now. */
  private boolean isAccepted(RequestScope scope, Capture standing, boolean waits) {
    if (standing.refusal() != null) {
      return false;
    }
    if (!waits || standing.isUndecided()) {
      return true;
    }
    if (standing.leave()) {
      return offer(standing, scope, null);
    }
    Duration patience = intake.patience();
    return patience != null && standing.awaitArrival(patience);
  }

  // The answer, and the end.

  /** Decides on what waited for a request's answer. */
  void answered(RequestScope scope, int status) {
    Captures parked = scope.knownCaptures();
    if (parked == null) {
      return;
    }
    try {
      if (status >= 500 || engine.capturesStatus(status)) {
        boolean isLate = scope.isFinished();
        List<Capture> decided = parked.answered(status);
        if (isLate) {
          handOverLate(scope, decided);
        }
      } else {
        parked.dismissed().forEach(capture -> scope.breadcrumb(breadcrumb(capture, status)));
      }
    } catch (Throwable e) {
      parts.faults().count("capture", e);
    }
  }

  /** Tells of a failure that became an answer which is no event. */
  private static Breadcrumb breadcrumb(Capture capture, int status) {
    Throwable failure = capture.throwable();
    String type = failure == null ? "" : failure.getClass().getName();
    return new Breadcrumb(
        capture.time(),
        capture.manner().mechanism(),
        type + " answered with " + status,
        Level.INFO,
        Map.of("status", status));
  }

  /** Makes events of what waits for an answer though its request is over. */
  void unanswered(RequestScope scope) {
    Captures parked = scope.knownCaptures();
    try {
      if (parked != null) {
        handOverLate(scope, parked.unanswered());
      }
    } catch (Throwable e) {
      parts.faults().count("capture", e);
    }
  }

  private void handOverLate(RequestScope scope, List<Capture> captures) {
    for (Capture capture : captures) {
      if (capture.refusal() == null && capture.leave()) {
        boolean unused = offer(capture, scope, null);
      }
    }
  }

  /**
   * Hands on what a request captured that is over, or its answer if that is an event by itself.
   *
   * @return whether there was anything
   */
  boolean finished(RequestEnd end) {
    List<Capture> captures = taken(end);
    if (captures.isEmpty()) {
      return false;
    }
    List<Capture> leaving = new ArrayList<>(captures.size());
    for (Capture capture : captures) {
      if (capture.leave() && isAdmitted(capture, end.route())) {
        leaving.add(capture);
      }
    }
    if (!leaving.isEmpty()) {
      boolean unused = offer(leaving, end.data());
    }
    return true;
  }

  private List<Capture> taken(RequestEnd end) {
    Captures parked = end.scope().knownCaptures();
    List<Capture> events = parked == null ? List.of() : parked.close();
    if (parked != null && !parked.isNothing()) {
      return events;
    }
    Capture answer = answer(end);
    if (answer == null) {
      return List.of();
    }
    end.scope().captures().addAnswer(answer);
    return answer.refusal() == null ? List.of(answer) : List.of();
  }

  /** Makes the event of an answer that is one by itself, by its status or by being late. */
  private @Nullable Capture answer(RequestEnd end) {
    int status = end.facts().status();
    if (engine.capturesStatus(status)) {
      return judged("answered " + status + " to " + end.route(), Level.ofStatus(status));
    }
    if (!end.scope().isSlow() || status == SWITCHING_PROTOCOLS || engine.isUntraced(end.facts())) {
      return null;
    }
    long millis = engine.slowAfter().toMillis();
    Capture capture = judged(end.route() + " took longer than " + millis + " ms", Level.WARNING);
    capture.details().tag("slow", "true");
    return capture;
  }

  private Capture judged(String message, Level level) {
    Capture capture = Capture.of(ids.eventId(), message, level, newDetails());
    capture.refusal(refusal(capture));
    return capture;
  }

  // To the recorder.

  private boolean offer(
      Capture capture, @Nullable RequestScope scope, @Nullable RequestFacts facts) {
    RequestEnd end = scope == null || facts == null ? null : new RequestEnd(engine, scope, facts);
    String route = end != null ? end.route() : scope == null ? null : scope.route();
    return isAdmitted(capture, route)
        && offer(List.of(capture), end == null ? dataOf(scope) : end.data());
  }

  /** Says whether {@code capture} may be kept by the limit of its route; counts it if not. */
  private boolean isAdmitted(Capture capture, @Nullable String route) {
    if (intake.admits(capture.failure(), route)) {
      return true;
    }
    end(capture, Refusal.LIMITED);
    return false;
  }

  private RequestData dataOf(@Nullable RequestScope scope) {
    return scope == null
        ? RequestData.NONE
        : RequestData.of(scope, scope.route(), engine.consent(scope, null));
  }

  private boolean offer(List<Capture> captures, RequestData data) {
    if (data.consent() == Consent.NONE) {
      captures.forEach(capture -> end(capture, Refusal.CONSENT));
      return false;
    }
    List<Snapshot> snapshots = new ArrayList<>(captures.size());
    for (Capture capture : captures) {
      snapshots.add(data.snapshotOf(capture));
    }
    boolean all = intake.offer(snapshots);
    captures.forEach(capture -> capture.arrived(all));
    return all;
  }

  private void end(Capture capture, Refusal refusal) {
    capture.refusal(refusal);
    refuse(capture);
    capture.arrived(false);
  }
}
