package dev.whence;

import dev.whence.config.Keys;
import dev.whence.config.PathPatterns;
import dev.whence.config.Settings;
import dev.whence.config.StatusSet;
import dev.whence.config.TraceKeys;
import dev.whence.config.TransactionStyle;
import dev.whence.delivery.Delivery;
import dev.whence.event.Breadcrumb;
import dev.whence.event.Category;
import dev.whence.event.Consent;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.event.RandomIds;
import dev.whence.health.Health;
import dev.whence.record.Faults;
import dev.whence.record.Recorder;
import dev.whence.record.Tallies;
import dev.whence.record.Tally;
import dev.whence.refuse.IgnoredTypes;
import dev.whence.refuse.Refusal;
import dev.whence.request.Inquiry;
import dev.whence.request.LogContext;
import dev.whence.request.RequestFacts;
import dev.whence.request.RequestIds;
import dev.whence.scrub.Scrubber;
import dev.whence.setup.Limiting;
import dev.whence.trace.Tracing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a live instance consists of, and the way of a capture through it: refusals first, then a
 * snapshot, then the inbox.
 */
final class Engine {
  private static final int SWITCHING_PROTOCOLS = 101;

  private final Parts parts;
  private final Whence whence;
  private final RandomIds ids = new RandomIds();
  private final RequestIds requestIds;
  private final LogContext logContext;
  private final StatusSet captureStatus;
  private final long slowNanos;
  private final PathPatterns untracedPaths;
  private final double sampleRate;
  private final TransactionStyle style;
  private final int maxBreadcrumbs;
  private final boolean attachesStack;
  private final boolean tellsTiming;
  private final List<String> integrationsOff;
  private final Transactions transactions;
  private final @Nullable Statistics statistics;

  /** What the builder made. */
  record Parts(
      Settings settings,
      IgnoredTypes ignoredTypes,
      Inquiry inquiry,
      Faults faults,
      Tallies tallies,
      Recorder recorder,
      Intake intake,
      Delivery delivery,
      Scrubber scrubber,
      Tracing tracing,
      boolean countsRoutes) {}

  Engine(Parts parts, Whence whence) {
    this.parts = parts;
    this.whence = whence;
    Settings settings = parts.settings();
    requestIds = new RequestIds(ids, settings.get(Keys.TRUST_REQUEST_ID));
    logContext = LogContext.named(settings.get(Keys.MDC_KEY), parts.faults());
    captureStatus = settings.get(Keys.CAPTURE_STATUS);
    slowNanos = settings.find(Keys.SLOW_REQUEST).map(Duration::toNanos).orElse(Long.MAX_VALUE);
    untracedPaths = settings.get(Keys.UNTRACED_PATHS);
    sampleRate = settings.get(Keys.SAMPLE_RATE);
    style = settings.get(Keys.TRANSACTION_STYLE);
    maxBreadcrumbs = settings.get(Keys.MAX_BREADCRUMBS);
    integrationsOff = settings.get(TraceKeys.INTEGRATIONS_OFF);
    tellsTiming = settings.get(TraceKeys.SERVER_TIMING);
    attachesStack = settings.get(Keys.ATTACH_STACKTRACE);
    statistics = parts.countsRoutes() ? new Statistics(parts.recorder()) : null;
    transactions =
        new Transactions(parts.tracing(), parts.recorder(), Limiting.ofTail(settings), style);
  }

  Whence whence() {
    return whence;
  }

  Faults faults() {
    return parts.faults();
  }

  Settings settings() {
    return parts.settings();
  }

  LogContext logContext() {
    return logContext;
  }

  RequestIds requestIds() {
    return requestIds;
  }

  Inquiry inquiry() {
    return parts.inquiry();
  }

  Tracing tracing() {
    return parts.tracing();
  }

  /** Says whether there is nothing to tell of requests that go well and whose trace is not kept. */
  boolean isSilentOfGoodRequests() {
    return statistics == null;
  }

  Transactions transactions() {
    return transactions;
  }

  Details newDetails() {
    return new Details(maxBreadcrumbs);
  }

  boolean tellsTiming() {
    return tellsTiming;
  }

  boolean listensTo(String integration) {
    return integrationsOff.isEmpty() || !integrationsOff.contains(integration);
  }

  boolean capturesStatus(int status) {
    return captureStatus.contains(status);
  }

  /** Says whether a request that began then is slow by now. */
  boolean isSlow(long startNanos) {
    return slowNanos != Long.MAX_VALUE && System.nanoTime() - startNanos >= slowNanos;
  }

  // Captures.

  Capture newCapture(Throwable failure, Capture.Manner manner) {
    return Capture.of(ids.eventId(), failure, manner, newDetails());
  }

  Capture newCapture(String message, Level level) {
    Capture capture = Capture.of(ids.eventId(), message, level, newDetails());
    if (attachesStack) {
      capture.throwable = new Throwable();
    }
    return capture;
  }

  /** Makes the event of an answer that is one by itself, by its status or by being late. */
  @Nullable
  Capture answerCapture(RequestEnd end, long startNanos) {
    int status = end.facts().status();
    if (capturesStatus(status)) {
      return judged("answered " + status + " to " + end.route(), Level.ofStatus(status));
    }
    if (!isSlow(startNanos) || status == SWITCHING_PROTOCOLS || isUntraced(end.facts())) {
      return null;
    }
    long millis = Duration.ofNanos(slowNanos).toMillis();
    Capture capture = judged(end.route() + " took longer than " + millis + " ms", Level.WARNING);
    capture.details.tag("slow", "true");
    return capture;
  }

  private boolean isUntraced(RequestFacts facts) {
    String path = parts.inquiry().ask(facts::path);
    return path != null && untracedPaths.matches(path);
  }

  /** Returns what a request is called by its own facts; null if they fail to tell. */
  @Nullable
  String nameOf(RequestFacts facts) {
    return parts.inquiry().ask(() -> switch (style) {
      case URL -> facts.method() + ' ' + facts.path();
      case HANDLER -> {
        String handler = facts.handler();
        yield handler == null ? facts.route() : handler;
      }
      case ROUTE -> facts.route();
    });
  }

  /** Tells of a failure that became an answer which is no event. */
  private static Breadcrumb breadcrumb(Capture capture, int status) {
    Throwable failure = capture.throwable;
    String type = failure == null ? "" : failure.getClass().getName();
    return new Breadcrumb(
        capture.time,
        capture.manner.mechanism(),
        type + " answered with " + status,
        Level.INFO,
        Map.of("status", status));
  }

  private Capture judged(String message, Level level) {
    Capture capture = Capture.of(ids.eventId(), message, level, newDetails());
    capture.refusal = refusal(capture);
    return capture;
  }

  /** Says why {@code capture} is not to become an event. Decided once for each. */
  @Nullable
  Refusal refusal(Capture capture) {
    if (capture.message == null
        && capture.throwable != null
        && parts.ignoredTypes().matches(capture.throwable)) {
      return Refusal.IGNORED;
    }
    return ids.isWithin(sampleRate) ? null : Refusal.SAMPLE_RATE;
  }

  /** Counts a capture that its refusal ends. */
  void refuse(Capture capture) {
    if (capture.refusal != null) {
      parts.recorder().refuse(capture.id, capture.refusal);
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
      capture.in(scope.trace());
      boolean isByHand = capture.manner.is(Capture.Manner.BY_HAND);
      Capture standing = scope.park(capture);
      if (standing != null) {
        boolean waits = isByHand && parts.intake().isDurable();
        return isAccepted(scope, standing, waits) ? standing.id : null;
      }
    }
    boolean unused = capture.leave();
    capture.refusal = refusal(capture);
    if (capture.refusal != null) {
      refuse(capture);
      return null;
    }
    return offer(capture, scope, facts) ? capture.id : null;
  }

  /** Says whether what is parked will be an event; what is to be durable goes to be one now. */
  private boolean isAccepted(RequestScope scope, Capture standing, boolean waits) {
    if (standing.refusal != null) {
      return false;
    }
    if (!waits || standing.isUndecided) {
      return true;
    }
    return standing.leave() ? offer(standing, scope, null) : parts.intake().awaitArrival(standing);
  }

  private boolean offer(
      Capture capture, @Nullable RequestScope scope, @Nullable RequestFacts facts) {
    RequestEnd end = scope == null || facts == null ? null : new RequestEnd(this, scope, facts);
    String route = end != null ? end.route() : scope == null ? null : scope.route();
    return parts.intake().admits(capture, route)
        && offer(List.of(capture), end == null ? dataOf(scope) : end.data());
  }

  private RequestData dataOf(@Nullable RequestScope scope) {
    return scope == null
        ? RequestData.NONE
        : RequestData.of(scope, scope.route(), consent(scope, null));
  }

  /** Hands on what a request was that is over: its captures, and how it went. */
  void finished(RequestEnd end, List<Capture> captures) {
    if (!captures.isEmpty()) {
      handOver(end, captures);
    }
    if (!isUntraced(end.facts())) {
      if (statistics != null) {
        statistics.count(end);
      }
      transactions.finished(end, !captures.isEmpty() || end.scope().isSlow());
    }
  }

  private void handOver(RequestEnd end, List<Capture> captures) {
    List<Capture> leaving = new ArrayList<>(captures.size());
    for (Capture capture : captures) {
      if (capture.leave() && parts.intake().admits(capture, end.route())) {
        leaving.add(capture);
      }
    }
    if (!leaving.isEmpty()) {
      offer(leaving, end.data());
    }
  }

  /** Decides on what waited for a request's answer. */
  void answered(RequestScope scope, Captures parked, int status) {
    try {
      if (status >= 500 || capturesStatus(status)) {
        boolean isLate = scope.isFinished();
        List<Capture> decided = parked.answered(status);
        if (isLate) {
          handOverLate(scope, decided);
        }
      } else {
        parked.dismissed().forEach(capture -> scope.breadcrumb(breadcrumb(capture, status)));
      }
    } catch (Throwable e) {
      faults().count("capture", e);
    }
  }

  /** Makes events of what waits for an answer though its request is over. */
  void unanswered(RequestScope scope, Captures parked) {
    try {
      handOverLate(scope, parked.unanswered());
    } catch (Throwable e) {
      faults().count("capture", e);
    }
  }

  private void handOverLate(RequestScope scope, List<Capture> captures) {
    for (Capture capture : captures) {
      if (capture.refusal == null && capture.leave()) {
        offer(capture, scope, null);
      }
    }
  }

  Consent consent(RequestScope scope, @Nullable RequestFacts facts) {
    Consent known = scope.consent();
    if (known != null) {
      return known;
    }
    Consent asked = parts.inquiry().consent(facts);
    if (facts != null) {
      scope.consent(asked); // for what is captured when the request cannot be asked any more
    }
    return asked;
  }

  private boolean offer(List<Capture> captures, RequestData data) {
    if (data.consent() == Consent.NONE) {
      for (Capture capture : captures) {
        capture.refusal = Refusal.CONSENT;
        refuse(capture);
        capture.arrived(false);
      }
      return false;
    }
    boolean all = parts.intake().offer(captures.stream().map(data::snapshotOf).toList());
    captures.forEach(capture -> capture.arrived(all));
    return all;
  }

  // The end.

  boolean flush(Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    return parts.recorder().flush(timeout)
        && parts.delivery().flush(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
  }

  /** Ends recorder and delivery, which has less to do where the next start goes on with it. */
  void close(Duration bound) {
    long end = System.nanoTime() + bound.toNanos();
    parts.inquiry().close();
    if (statistics != null) {
      statistics.close(bound.dividedBy(4));
    }
    parts.recorder().close(bound.multipliedBy(parts.intake().isKept() ? 3 : 2).dividedBy(4));
    parts.delivery().close(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
  }

  Health health() {
    Tally tally = parts.tallies().errors();
    return new Health(
        true,
        false,
        "",
        tally.capturedCount(),
        tally.refusedCounts(),
        parts.recorder().waiting(Category.ERROR),
        tally.recordedCount(),
        parts.delivery().figures(),
        traces(),
        parts.faults().counts(),
        parts.scrubber().counts(),
        parts.scrubber().trialCounts());
  }

  private Health.Traces traces() {
    Tally tally = parts.tallies().traces();
    return new Health.Traces(
        tally.capturedCount(),
        tally.refusedCounts(),
        parts.recorder().waiting(Category.TRANSACTION),
        tally.recordedCount(),
        parts.delivery().traceFigures());
  }
}
