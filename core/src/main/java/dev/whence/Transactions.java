package dev.whence;

import dev.whence.config.value.TransactionStyle;
import dev.whence.event.Category;
import dev.whence.event.Consent;
import dev.whence.event.RandomIds;
import dev.whence.event.TransactionEvent.Source;
import dev.whence.limit.TokenBuckets;
import dev.whence.record.Recorder;
import dev.whence.refuse.Refusal;
import dev.whence.request.RequestFacts;
import dev.whence.snapshot.TransactionSnapshot;
import dev.whence.trace.SpanStatus;
import dev.whence.trace.Trace;
import dev.whence.trace.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * Makes transactions of requests and jobs that are over, where their trace is kept, and hands them
 * to the recorder. For any thread.
 */
final class Transactions {
  private static final String SERVER = "http.server";
  private static final String UNKNOWN = "<unknown>";

  private final Tracing tracing;
  private final Recorder recorder;
  private final @Nullable TokenBuckets tail;
  private final TransactionStyle style;
  private final RandomIds ids = new RandomIds();

  /**
   * Makes the transactions of an instance.
   *
   * @param tail says how many traces are kept that were not to be; null for none
   */
  Transactions(
      Tracing tracing, Recorder recorder, @Nullable TokenBuckets tail, TransactionStyle style) {
    this.tracing = tracing;
    this.recorder = recorder;
    this.tail = tail;
    this.style = style;
  }

  /**
   * Deals with a request that is over.
   *
   * @param isNotable whether it left events, or was slow
   * @return whether its trace goes to the recorder
   */
  boolean finished(RequestEnd end, boolean isNotable) {
    if (!tracing.isOn()) {
      return false;
    }
    Trace trace = end.scope().trace();
    trace.end();
    return (trace.isKept() || isKeptAfterAll(isNotable, end.facts().status()))
        && !isTurnedAway(trace)
        && keep(end, trace);
  }

  private boolean isKeptAfterAll(boolean isNotable, int status) {
    return (isNotable || status >= 500) && tail != null && tail.take(0);
  }

  /** Counts a trace that found no room when it began; returns whether it did. */
  private boolean isTurnedAway(Trace trace) {
    if (trace.isInVain()) {
      recorder.refuse(Category.TRANSACTION, ids.eventId(), Refusal.INBOX_FULL);
    }
    return trace.isInVain();
  }

  private boolean keep(RequestEnd end, Trace trace) {
    RequestFacts facts = end.facts();
    String route = end.route();
    TransactionSnapshot.Whole whole = new TransactionSnapshot.Whole(
        ids.eventId(),
        route == null ? UNKNOWN : route,
        source(end.scope()),
        SERVER,
        SpanStatus.ofHttp(facts.status()),
        System.nanoTime());
    return offer(whole, trace, end.dataUnasked());
  }

  private Source source(RequestScope scope) {
    if (scope.route() != null) {
      return Source.CUSTOM;
    }
    return switch (style) {
      case URL -> Source.URL;
      case HANDLER -> Source.COMPONENT;
      case ROUTE -> Source.ROUTE;
    };
  }

  /** Deals with a job that is over; returns whether its trace goes to the recorder. */
  boolean finished(RequestScope scope, Job job) {
    Trace trace = scope.trace();
    trace.end();
    boolean hasFailed = job.status() != SpanStatus.OK;
    if (!tracing.isOn()
        || !(trace.isKept() || isKeptAfterAll(hasFailed, 0))
        || isTurnedAway(trace)) {
      return false;
    }
    TransactionSnapshot.Whole whole = new TransactionSnapshot.Whole(
        ids.eventId(), job.name(), Source.TASK, job.op(), job.status(), System.nanoTime());
    Consent known = scope.consent();
    Consent consent = known == null ? Consent.FULL : known;
    return offer(whole, trace, RequestData.of(scope, job.name(), consent));
  }

  /** What is known of a job when it is over. */
  record Job(String op, String name, SpanStatus status) {}

  private boolean offer(TransactionSnapshot.Whole whole, Trace trace, RequestData data) {
    @Nullable Refusal refusal = data.consent() == Consent.NONE ? Refusal.CONSENT : null;
    if (refusal == null) {
      return recorder.offer(data.transactionOf(whole, trace));
    }
    recorder.refuse(Category.TRANSACTION, whole.id(), refusal);
    return false;
  }
}
