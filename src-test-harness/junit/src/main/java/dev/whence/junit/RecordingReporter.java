package dev.whence.junit;

import dev.whence.event.Category;
import dev.whence.event.EventRecord;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps every event that it gets, in the order of their coming. For any thread. */
public final class RecordingReporter implements Reporter {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();

  private final Set<Category> categories;

  /** Guarded by lock. */
  private final List<EventRecord> records = new ArrayList<>();

  /** Makes a reporter that takes errors. */
  public RecordingReporter() {
    this(Set.of(Category.ERROR));
  }

  /** Makes a reporter that takes records of {@code categories}. */
  public RecordingReporter(Set<Category> categories) {
    this.categories = Set.copyOf(categories);
  }

  @Override
  public Set<Category> categories() {
    return categories;
  }

  @Override
  public String name() {
    return "recording";
  }

  @Override
  public Outcome report(Batch batch) {
    lock.lock();
    try {
      records.addAll(batch.records());
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
    return batch.accepted();
  }

  /** Returns what has arrived so far, as reporters get it. */
  public List<EventRecord> records() {
    lock.lock();
    try {
      return List.copyOf(records);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns what has arrived so far. Events travel in the background: flush the instance first, or
   * use {@link #awaitEvents}.
   */
  public List<RecordedEvent> events() {
    return of(Category.ERROR);
  }

  /** Returns the transactions that have arrived so far, on the same terms. */
  public List<RecordedEvent> transactions() {
    return of(Category.TRANSACTION);
  }

  private List<RecordedEvent> of(Category category) {
    return records().stream()
        .filter(record -> record.category() == category)
        .map(RecordedEvent::of)
        .toList();
  }

  /**
   * Waits until {@code count} events or more have arrived and returns them all.
   *
   * @throws AssertionError if {@code limit} passes or the thread is interrupted first
   */
  public List<RecordedEvent> awaitEvents(int count, Duration limit) {
    return await(Category.ERROR, "events", count, limit);
  }

  /** Does the same for transactions. */
  public List<RecordedEvent> awaitTransactions(int count, Duration limit) {
    return await(Category.TRANSACTION, "transactions", count, limit);
  }

  private List<RecordedEvent> await(Category category, String what, int count, Duration limit) {
    if (!await(category, count, limit.toNanos())) {
      throw new AssertionError(
          "waited " + limit + " for " + count + ' ' + what + "; arrived: " + of(category));
    }
    return of(category);
  }

  private boolean await(Category category, int count, long nanos) {
    long left = nanos;
    lock.lock();
    try {
      while (of(category).size() < count) {
        if (left <= 0) {
          return false;
        }
        left = arrived.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Forgets all that has arrived. */
  public void clear() {
    lock.lock();
    try {
      records.clear();
    } finally {
      lock.unlock();
    }
  }
}
