package dev.whence.report;

import dev.whence.event.Category;
import dev.whence.event.EventRecord;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Hands records to one destination.
 *
 * <p>{@link #report} is called by its lane's thread alone, never by a request thread, so it may
 * block. {@link #close} may come from another thread while a call of {@link #report} is blocked,
 * and must make that call return soon.
 */
public interface Reporter extends AutoCloseable {
  /** Names the destination in logs, figures and health: lower case, such as {@code sentry}. */
  String name();

  /**
   * Returns the kinds of records that this takes; all others are left out for it. Errors alone
   * unless a reporter says otherwise. Always the same.
   */
  default Set<Category> categories() {
    return Set.of(Category.ERROR);
  }

  /**
   * Reports {@code batch}, oldest first, and says how many of its first records were accepted and
   * what became of the next.
   *
   * @throws IOException if the destination may accept the same batch later; the lane then retries
   */
  Outcome report(Batch batch) throws IOException;

  /**
   * Tells the destination what it will not get, from time to time and before {@link #close}. Called
   * by the lane's thread, as {@link #report} is.
   *
   * @param losses what was lost since the last call that returned, at least one
   * @return false if the destination does not want to know; then it is not asked again
   * @throws IOException if the same losses are to be told with the next call
   */
  default boolean account(List<Loss> losses) throws IOException {
    return false;
  }

  /**
   * Returns a reporter that does this one's work for the events that {@code filter} accepts, under
   * the same name; all others it skips. {@link EventFilter} has filters.
   */
  default Reporter only(Predicate<EventFacts> filter) {
    return new FilteredReporter(this, record -> filter.test(EventFacts.of(record)));
  }

  /** Returns the same for records that {@code filter} accepts, unread. */
  default Reporter onlyRecords(Predicate<EventRecord> filter) {
    return new FilteredReporter(this, filter);
  }

  /** Lets go of connections and files. Does nothing when called again. */
  @Override
  default void close() {}
}
