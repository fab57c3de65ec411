package dev.whence.trace;

import dev.whence.event.SpanData;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time within a request or a job: a query, a call, a piece of work with a name.
 *
 * <pre>{@code
 * try (Span span = whence.span("cart.load", "load the cart")) {
 *   span.data("cart.items", items.size());
 * }
 * }</pre>
 *
 * <p>Where nothing is traced it does nothing. What is said after the end, or after that of the
 * whole, is not heard. For any thread; one that is closed on another thread than its own is over
 * there and then. Never throws.
 */
public final class Span implements AutoCloseable {
  /** A span of no trace, which does nothing. */
  public static final Span NONE = new Span();

  private static final int MOST_DATA = 64;

  private final @Nullable Trace trace;

  /** What its thread goes back to; null also where it has not become its thread's. */
  private @Nullable Span previous;

  private final long id;
  private final long parentId;
  private final long opener;
  private long startNanos;
  private final String op;

  // guarded by this
  private @Nullable String text;
  private @Nullable Map<String, Object> data;
  private @Nullable SpanStatus status;
  private long endNanos;
  private volatile boolean isEnded;

  private Span() {
    trace = null;
    id = 0;
    parentId = 0;
    opener = 0;
    startNanos = 0;
    op = "";
    isEnded = true;
  }

  /** Makes a span that begins now. */
  Span(Trace trace, long id, long parentId, String op, @Nullable String text) {
    this.trace = trace;
    this.id = id;
    this.parentId = parentId;
    this.opener = Thread.currentThread().getId();
    this.op = op;
    this.text = text;
    this.startNanos = System.nanoTime();
  }

  /** Becomes the calling thread's, which has just made it. */
  void enter() {
    previous = CurrentSpan.set(this);
  }

  /** Lets it have begun earlier. */
  void began(long nanos) {
    if (trace != null) {
      changeStart(nanos);
    }
  }

  private synchronized void changeStart(long nanos) {
    if (isRecording()) {
      startNanos = nanos;
    }
  }

  /** Says whether anybody will see what is said of this. */
  public boolean isRecording() {
    return trace != null && !isEnded && !trace.isOver();
  }

  /** Notes a detail, such as {@code db.system}; values are texts, numbers and booleans. */
  public Span data(String name, Object value) {
    if (trace != null) { // no lock for the span that all share
      put(name, value);
    }
    return this;
  }

  private synchronized void put(String name, Object value) {
    if (isRecording()) {
      if (data == null) {
        data = new LinkedHashMap<>();
      }
      if (data.size() < MOST_DATA || data.containsKey(name)) {
        data.put(name, value);
      }
    }
  }

  /** Replaces the text, for what is known better later. */
  public Span describe(String newText) {
    if (trace != null) {
      changeText(newText);
    }
    return this;
  }

  private synchronized void changeText(String newText) {
    if (isRecording()) {
      text = newText;
    }
  }

  public Span status(SpanStatus newStatus) {
    if (trace != null) {
      changeStatus(newStatus);
    }
    return this;
  }

  private synchronized void changeStatus(SpanStatus newStatus) {
    if (isRecording()) {
      status = newStatus;
    }
  }

  /** Notes that the work failed: status and the failure's class, never its message. */
  public Span fail(Throwable failure) {
    data("error.type", failure.getClass().getName());
    return status(SpanStatus.INTERNAL_ERROR);
  }

  /** Returns the headers for what is called from here, none of a span that is of no trace. */
  public TraceHeaders headers() {
    return trace == null ? TraceHeaders.NONE : trace.headers(id);
  }

  /** Ends the span now. Does nothing when called again. */
  @Override
  public void close() {
    if (trace == null) {
      return;
    }
    end(System.nanoTime());
    if (CurrentSpan.get() == this) {
      CurrentSpan.set(running(previous));
      trace.showSpanAtHand();
    }
  }

  /** Returns the nearest that is not over, of those that were closed in a wrong order. */
  private static @Nullable Span running(@Nullable Span span) {
    Span next = span;
    while (next != null && next.isEnded && next.opener == Thread.currentThread().getId()) {
      next = next.previous;
    }
    return next;
  }

  private synchronized void end(long nanos) {
    if (!isEnded) {
      endNanos = nanos;
      isEnded = true;
    }
  }

  /** Says whether {@code thread} opened this and it is over, closed by another thread perhaps. */
  boolean isLeftBy(Thread thread) {
    return isEnded && opener == thread.getId();
  }

  @Nullable
  Trace trace() {
    return trace;
  }

  @Nullable
  Span previous() {
    return previous;
  }

  long id() {
    return id;
  }

  long parentId() {
    return parentId;
  }

  /** Returns what is known of this when its trace is over, which ends it if nobody has. */
  synchronized SpanData finished(TraceClock clock, long lastNanos) {
    boolean isUnfinished = !isEnded || endNanos - lastNanos > 0;
    Map<String, Object> known = data == null ? new LinkedHashMap<>() : data;
    if (isUnfinished) {
      known.put("whence.unfinished", true);
    }
    SpanStatus last = status == null && isUnfinished ? SpanStatus.CANCELLED : status;
    return new SpanData(
        new SpanData.Ids(id, parentId),
        op,
        text,
        (last == null ? SpanStatus.OK : last).wireName(),
        new SpanData.Time(clock.at(startNanos), clock.at(isUnfinished ? lastNanos : endNanos)),
        known);
  }
}
