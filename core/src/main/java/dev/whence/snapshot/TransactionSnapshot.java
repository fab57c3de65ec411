package dev.whence.snapshot;

import dev.whence.event.Category;
import dev.whence.event.EventId;
import dev.whence.event.TransactionEvent;
import dev.whence.trace.SpanStatus;
import dev.whence.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What a request's thread hands to the recorder of a request or job that is over.
 *
 * @param trace its spans; over, so that nothing in it changes any more
 * @param request null for a job
 * @param hint what the processor gets beside the event; opaque here
 */
public record TransactionSnapshot(
    Whole whole,
    Trace trace,
    Snapshot.Surroundings surroundings,
    @Nullable RequestSnapshot request,
    Object hint)
    implements Recordable {
  private static final int BASE_WEIGHT = 2_048;
  private static final int SPAN_WEIGHT = 512;

  /**
   * The request or job as a whole.
   *
   * @param op what kind of work it was, such as {@code http.server}
   * @param endNanos when it was over, by {@link System#nanoTime}
   */
  public record Whole(
      EventId id,
      String name,
      TransactionEvent.Source source,
      String op,
      SpanStatus status,
      long endNanos) {}

  @Override
  public EventId id() {
    return whole.id();
  }

  @Override
  public Category category() {
    return Category.TRANSACTION;
  }

  @Override
  public int weight() {
    return BASE_WEIGHT + SPAN_WEIGHT * trace.spanCount() + (request == null ? 0 : request.weight());
  }
}
