package dev.whence;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.config.TraceKeys;
import dev.whence.config.value.PathPatterns;
import dev.whence.config.value.StatusSet;
import dev.whence.config.value.TransactionStyle;
import dev.whence.delivery.Delivery;
import dev.whence.event.Category;
import dev.whence.event.Consent;
import dev.whence.event.RandomIds;
import dev.whence.guard.Faults;
import dev.whence.health.Health;
import dev.whence.record.Intake;
import dev.whence.record.Recorder;
import dev.whence.record.StatisticsRounds;
import dev.whence.record.Tallies;
import dev.whence.record.Tally;
import dev.whence.refuse.IgnoredTypes;
import dev.whence.request.Inquiry;
import dev.whence.request.LogContexts;
import dev.whence.request.RequestFacts;
import dev.whence.request.RequestIds;
import dev.whence.scrub.Scrubber;
import dev.whence.setup.Limiting;
import dev.whence.trace.Trace;
import dev.whence.trace.TraceHeaders;
import dev.whence.trace.Tracing;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a live instance consists of, and what becomes of requests that are over. */
final class Engine {
  private static final String UNKNOWN = "unknown";

  private final Parts parts;
  private final Whence whence;
  private final RandomIds ids = new RandomIds();
  private final RequestIds requestIds;
  private final StatusSet captureStatus;
  private final long slowNanos;
  private final PathPatterns untracedPaths;
  private final TransactionStyle style;
  private final boolean tellsTiming;
  private final List<String> integrationsOff;
  private final Transactions transactions;
  private final Capturing capturing;
  private final @Nullable StatisticsRounds statistics;

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
      LogContexts logs,
      boolean countsRoutes) {}

  Engine(Parts parts, Whence whence) {
    this.parts = parts;
    this.whence = whence;
    Settings settings = parts.settings();
    requestIds = new RequestIds(ids, settings.get(Keys.TRUST_REQUEST_ID));
    captureStatus = settings.get(Keys.CAPTURE_STATUS);
    slowNanos = settings.find(Keys.SLOW_REQUEST).map(NANOSECONDS::convert).orElse(Long.MAX_VALUE);
    untracedPaths = settings.get(Keys.UNTRACED_PATHS);
    style = settings.get(Keys.TRANSACTION_STYLE);
    integrationsOff = settings.get(TraceKeys.INTEGRATIONS_OFF);
    tellsTiming = settings.get(TraceKeys.SERVER_TIMING);
    statistics = parts.countsRoutes() ? new StatisticsRounds(parts.recorder()) : null;
    capturing = new Capturing(this, parts);
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

  LogContexts logs() {
    return parts.logs();
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

  Capturing capturing() {
    return capturing;
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

  /** Opens the scope of a request or job that belongs to the trace that {@code came} names. */
  RequestScope open(@Nullable String offeredId, TraceHeaders came) {
    return new RequestScope(this, requestIds.takeOrMake(offeredId), came);
  }

  /** Opens the scope of a job within a request, whose ID, trace and consent are the job's too. */
  RequestScope openWithin(RequestScope around) {
    RequestScope job = new RequestScope(this, around.requestId(), around.trace().headers());
    Consent consent = consent(around, null);
    if (consent != Consent.FULL) {
      job.consent(consent);
    }
    return job;
  }

  /** Says whether nothing but errors is to be told of a request. */
  boolean isUntraced(RequestFacts facts) {
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

  /** Hands on what a request was that is over: its captures, and how it went. */
  void finished(RequestEnd end) {
    boolean isHandedOn = false;
    try {
      boolean isNotable = capturing.finished(end) || end.scope().isSlow();
      boolean isMeasured = statistics != null || tracing().isOn();
      if (isMeasured && !isUntraced(end.facts())) {
        if (statistics != null) {
          count(end, statistics);
        }
        isHandedOn = transactions.finished(end, isNotable);
      }
    } catch (Throwable e) {
      faults().count("finish", e);
    }
    if (!isHandedOn) {
      release(end.scope().knownTrace());
    }
  }

  /** Lets go of what nobody will read, since events that wait hold on to the trace. */
  private static void release(@Nullable Trace trace) {
    if (trace != null) {
      trace.release();
    }
  }

  private static void count(RequestEnd end, StatisticsRounds statistics) {
    String route = end.route();
    Trace trace = end.scope().knownTrace();
    statistics
        .of(route == null ? UNKNOWN : route)
        .answered(
            end.facts().status(),
            end.scope().age().toNanos(),
            end.facts().bytes(),
            trace == null ? 0 : trace.calls().databaseNanos());
  }

  /** Hands on how a job went that is over. */
  void finished(RequestScope scope, Transactions.Job job) {
    boolean isHandedOn = false;
    try {
      isHandedOn = transactions.finished(scope, job);
    } catch (Throwable e) {
      faults().count("finish", e);
    }
    if (!isHandedOn) {
      release(scope.knownTrace());
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

  Duration slowAfter() {
    return Duration.ofNanos(slowNanos);
  }

  // The end.

  boolean flush(Duration timeout) {
    long end = System.nanoTime() + NANOSECONDS.convert(timeout);
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
