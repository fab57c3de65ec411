package dev.whence.trace;

import dev.whence.event.Measurement;
import dev.whence.event.SpanData;
import dev.whence.trace.header.Baggage;
import dev.whence.trace.header.HexDigits;
import dev.whence.trace.header.SentryTrace;
import dev.whence.trace.header.TraceParent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The part that one request or job has in a trace: where it stands in it, whether it is kept, and
 * its spans until it is over. For any thread.
 */
public final class Trace {
  private static final int MOST_MEASUREMENTS = 50;

  private final Tracing tracing;
  private final Place place;
  private final Sampling sampling;
  private final Caller.Luggage luggage;
  private final long startNanos;
  private final boolean isInVain;
  private final int bound;
  private final CallCounts calls = new CallCounts();

  // guarded by this
  private final ArrayList<Span> spans = new ArrayList<>(0);
  private @Nullable Map<String, Measurement> measurements;
  private @Nullable TraceClock clock;
  private int dropped;
  private volatile boolean isOver;

  /**
   * The IDs.
   *
   * @param spanId that of the request or job as a whole
   * @param parentId the caller's; 0 where the trace begins
   */
  record Place(long traceHigh, long traceLow, long spanId, long parentId) {}

  Trace(Tracing tracing, Place place, Sampling sampling, Caller.Luggage luggage, long startNanos) {
    this.tracing = tracing;
    this.place = place;
    this.sampling = sampling;
    this.luggage = luggage;
    this.startNanos = startNanos;
    this.isInVain = tracing.isCrowded();
    this.bound = tracing.bound(sampling, isInVain);
  }

  /** Says whether this is kept, however it ends. */
  public boolean isKept() {
    return sampling.isKept();
  }

  /** Says whether nobody would have taken this when it began, so that nothing was measured. */
  public boolean isInVain() {
    return isInVain;
  }

  // Spans.

  /** Begins a span and makes it the calling thread's until it is closed. */
  public Span span(String op, String text) {
    if (bound == 0 || isOver) {
      return Span.NONE;
    }
    Span span = begin(idOf(CurrentSpan.in(this)), op, text);
    if (span != Span.NONE) {
      span.enter();
      showSpanAtHand();
    }
    return span;
  }

  /** Begins a span that no thread is in: for what is answered on whatever thread. */
  public Span detached(String op, String text) {
    if (bound == 0 || isOver) {
      return Span.NONE;
    }
    return begin(idOf(CurrentSpan.in(this)), op, text);
  }

  /** Makes a span that began at {@code startNanos}, as {@link #detached} does. */
  public Span since(String op, String text, long startNanos) {
    Span span = detached(op, text);
    span.began(startNanos);
    return span;
  }

  /** Tells whoever watches which span the calling thread is in now. */
  public void showSpanAtHand() {
    Consumer<String> watcher = tracing.watcher();
    if (watcher != null) {
      watcher.accept(spanAtHand());
    }
  }

  /** Returns the ID of the span that the calling thread is in, in 16 hexadecimal digits. */
  public String spanAtHand() {
    return HexDigits.of(idOf(CurrentSpan.in(this)));
  }

  private long idOf(@Nullable Span parent) {
    return parent == null ? place.spanId() : parent.id();
  }

  private Span begin(long parentId, String op, String text) {
    long id = tracing.newId();
    synchronized (this) {
      if (isOver || spans.size() >= bound) {
        dropped++;
        return Span.NONE;
      }
      Span span = new Span(this, id, parentId, op, text);
      spans.add(span);
      return span;
    }
  }

  boolean isOver() {
    return isOver;
  }

  /** Takes no more. */
  public synchronized void end() {
    isOver = true;
  }

  /**
   * Ends this and lets go of all but its place in the trace, for whoever holds on to it for that
   * alone.
   */
  public synchronized void release() {
    isOver = true;
    spans.clear();
    spans.trimToSize();
    measurements = null;
    calls.release();
  }

  /** Returns when this began, by the clock that its spans go by. */
  public Instant start() {
    return clock().at(startNanos);
  }

  /** Returns a time of this trace. */
  public Instant at(long nanos) {
    return clock().at(nanos);
  }

  private synchronized TraceClock clock() {
    TraceClock known = clock;
    if (known == null) {
      known = TraceClock.now();
      clock = known;
    }
    return known;
  }

  /**
   * Returns what became of the spans of a trace that is over, in the order of their beginning.
   *
   * @param endNanos when it was over: the end of those that nobody ended
   */
  public synchronized List<SpanData> spans(long endNanos) {
    List<SpanData> finished = new ArrayList<>(spans.size());
    for (Span span : spans) {
      finished.add(span.finished(clock(), endNanos));
    }
    return finished;
  }

  public synchronized int spanCount() {
    return spans.size();
  }

  /** Returns how many spans there were beyond those that are kept. */
  public synchronized int droppedSpans() {
    return dropped;
  }

  // Figures.

  /** Returns what was asked of databases, to be added to. */
  public CallCounts calls() {
    return calls;
  }

  /** Notes a figure of the whole; the last of a name counts. */
  public synchronized void measure(String name, Measurement measurement) {
    if (isOver) {
      return;
    }
    if (measurements == null) {
      measurements = new LinkedHashMap<>();
    }
    if (measurements.size() < MOST_MEASUREMENTS || measurements.containsKey(name)) {
      measurements.put(name, measurement);
    }
  }

  public synchronized Map<String, Measurement> measurements() {
    return measurements == null ? Map.of() : new LinkedHashMap<>(measurements);
  }

  // What others are told.

  /** Returns the headers for what the calling thread calls. */
  public TraceHeaders headers() {
    return headers(idOf(CurrentSpan.in(this)));
  }

  TraceHeaders headers(long spanId) {
    return new TraceHeaders(
        new TraceParent(place.traceHigh(), place.traceLow(), spanId, sampling.isKept()).toString(),
        luggage.state().isEmpty() ? null : luggage.state().toString(),
        new SentryTrace(place.traceHigh(), place.traceLow(), spanId, sampling.isSampled())
            .toString(),
        Baggage.write(luggage.others(), head()));
  }

  /** Returns what browsers are told: the time of the whole and in databases, and the trace. */
  public String timing(Duration soFar) {
    StringBuilder timing = new StringBuilder("total;dur=").append(millis(soFar.toNanos()));
    if (calls.databaseNanos() > 0) {
      timing.append(", db;dur=").append(millis(calls.databaseNanos()));
    }
    return timing
        .append(", traceparent;desc=\"")
        .append(headers(place.spanId()).traceparent())
        .append('"')
        .toString();
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
  }

  /** Returns 32 hexadecimal digits. */
  public String traceId() {
    return HexDigits.of(place.traceHigh(), place.traceLow());
  }

  /** Returns the span of the request or job as a whole. */
  public long spanId() {
    return place.spanId();
  }

  /**
   * Returns what the head of the trace lets all others know: what it said, where it was another.
   */
  public Map<String, String> head() {
    if (!luggage.head().isEmpty() || place.parentId() != 0) {
      return luggage.head();
    }
    Map<String, String> head = new LinkedHashMap<>();
    head.put("trace_id", traceId());
    head.putAll(tracing.origin());
    if (sampling.isSampled() != null) {
      head.put("sample_rate", plain(sampling.rate()));
      head.put("sample_rand", String.format(Locale.ROOT, "%.6f", sampling.rand()));
      head.put("sampled", String.valueOf(sampling.isKept()));
    }
    return head;
  }

  private static String plain(double rate) {
    return BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
  }

  /** Says whether the calling thread is in a span of this. */
  public boolean isInSpan() {
    return CurrentSpan.in(this) != null;
  }

  /** Returns the context named {@code trace} of events that happen on the calling thread. */
  public Map<String, Object> toContext() {
    Span here = CurrentSpan.in(this);
    return here == null ? rootContext() : context(here.id(), here.parentId());
  }

  /** Returns the context named {@code trace} of the transaction (develop.sentry.dev). */
  public Map<String, Object> rootContext() {
    return context(place.spanId(), place.parentId());
  }

  private Map<String, Object> context(long spanId, long parentId) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("trace_id", traceId());
    context.put("span_id", HexDigits.of(spanId));
    if (parentId != 0) {
      context.put("parent_span_id", HexDigits.of(parentId));
    }
    return context;
  }
}
