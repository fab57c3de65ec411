package dev.whence.delivery;

import dev.whence.delivery.retry.Pace;
import dev.whence.event.Category;
import dev.whence.event.EventRecord;
import dev.whence.guard.Rounds;
import dev.whence.journal.Cursor;
import dev.whence.journal.Journal;
import dev.whence.report.Reporter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes records into a journal and delivers them to every reporter on a lane of its own, so that
 * none waits for another. Owns the journal and the reporters. Safe for use by many threads.
 *
 * <p>A lane has no thread before its first record and none after {@link #close}.
 */
public final class Delivery {
  /** What close needs at least, and keeps of its bound, to end threads that are busy. */
  private static final Duration GRACE = Duration.ofMillis(100);

  private final Stores stores;
  private final Journal journal;
  private final Terms terms;
  private final List<Lane> lanes;
  private final Rounds rounds;
  private final ReentrantLock lock = new ReentrantLock();

  // guarded by lock
  private final OutageLog log;
  private Recorded recorded = Recorded.NONE;
  private boolean closed;
  private final List<Adopted> adopted = new ArrayList<>();

  /**
   * Where records wait.
   *
   * @param errors may outlive the process
   * @param traces what is no error, so that none of it takes an error's place; ends with the
   *     process
   */
  public record Stores(Journal errors, Journal traces) {}

  /** Makes a delivery, which from now on delivers what {@code stores} have kept. */
  public Delivery(Stores stores, List<Reporter> reporters, DeliveryOptions options, Upkeep upkeep) {
    this(stores, reporters, new Terms(options, Pace.SYSTEM, upkeep));
  }

  Delivery(Stores stores, List<Reporter> reporters, Terms terms) {
    this.stores = stores;
    this.journal = stores.errors();
    this.terms = terms;
    this.log = new OutageLog("the journal", "new events are lost", terms.pace());
    List<Lane> made = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Reporter reporter : reporters) {
      String name = unique(reporter.name(), names);
      Lane.Sources sources =
          new Lane.Sources(journal.cursor(name), stores.traces().cursor(name));
      made.add(new Lane(name, Taken.by(reporter), sources, terms));
    }
    this.lanes = List.copyOf(made);
    this.rounds = new Rounds("whence-rounds", terms.upkeep().interval(), this::round);
    lanes.forEach(Lane::resume);
    if (journal.isPersistent()) {
      rounds.start();
    }
  }

  private static String unique(String name, Set<String> taken) {
    String unique = name;
    for (int number = 2; !taken.add(unique); number++) {
      unique = name + '-' + number;
    }
    return unique;
  }

  /** A journal that nobody owned, and every lane's cursor in it. */
  private record Adopted(Journal journal, Map<Lane, Cursor> cursors) {
    boolean isDrained() {
      return cursors.values().stream().allMatch(cursor -> cursor.waiting() == 0);
    }
  }

  /** Does what no record triggers: lets old ones go, adopts journals, accounts for losses. */
  private void round() {
    Instant oldest = terms.pace().now().minus(terms.upkeep().maxAge());
    journal.expire(oldest);
    for (Journal orphan : journal.orphans()) {
      adopt(orphan, oldest);
    }
    lock.lock();
    try {
      if (!closed) {
        adopted.forEach(each -> each.journal().expire(oldest));
        releaseDrained();
        lanes.forEach(Lane::account);
      }
    } finally {
      lock.unlock();
    }
  }

  private void adopt(Journal orphan, Instant oldest) {
    lock.lock();
    try {
      if (closed) {
        orphan.close();
        return;
      }
      // all before any, since a journal lets go of what all of its cursors have passed
      Map<Lane, Cursor> cursors = new HashMap<>();
      lanes.forEach(lane -> cursors.put(lane, lane.cursor(orphan)));
      orphan.expire(oldest);
      cursors.forEach(Lane::adopt);
      adopted.add(new Adopted(orphan, cursors));
    } catch (RuntimeException unreadable) {
      orphan.close(); // the next round tries again
    } finally {
      lock.unlock();
    }
  }

  private void releaseDrained() {
    for (Adopted each : List.copyOf(adopted)) {
      if (each.isDrained()) {
        adopted.remove(each);
        each.cursors().forEach(Lane::release);
        each.journal().discard();
      }
    }
  }

  /** Says that something captured did not become a record, of which reporters may want to know. */
  public void refused() {
    rounds.start();
  }

  /** Records {@code record} for every lane. Does not wait for any. */
  public Receipt accept(EventRecord record) {
    byte[] frame = RecordFrame.encode(record);
    boolean isError = record.category() == Category.ERROR;
    lock.lock();
    try {
      if (closed) {
        return Receipt.CLOSED;
      }
      if ((isError ? journal : stores.traces()).append(frame).isEmpty()) {
        return Receipt.TOO_LARGE;
      }
      if (isError) {
        log.worked();
      }
      rounds.start();
      recorded = isError ? recorded.andAnError() : recorded.andATrace();
      lanes.forEach(lane -> lane.recorded(frame.length));
      return Receipt.RECORDED;
    } catch (UncheckedIOException unwritten) {
      log.failed(String.valueOf(unwritten.getMessage()));
      return Receipt.JOURNAL_FAILED;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until what was accepted so far outlasts a failure of the machine. Called by the thread
   * that calls {@link #accept}.
   *
   * @return false if the storage fails
   */
  public boolean sync() {
    try {
      journal.sync();
      return true;
    } catch (UncheckedIOException unwritten) {
      lock.lock();
      try {
        log.failed(String.valueOf(unwritten.getMessage()));
      } finally {
        lock.unlock();
      }
      return false;
    }
  }

  /** Returns what became of the records, one element for each reporter, in their order. */
  public List<LaneFigures> figures() {
    Recorded count = recorded();
    return lanes.stream().map(lane -> lane.figures(count)).toList();
  }

  /** Returns the same of what is no error. */
  public List<LaneFigures> traceFigures() {
    Recorded count = recorded();
    return lanes.stream().map(lane -> lane.traceFigures(count)).toList();
  }

  /**
   * Waits until every lane has delivered or dropped what was recorded before this call, and returns
   * whether all have within {@code timeout}. A lane that waits for its next try tries at once.
   */
  public boolean flush(Duration timeout) {
    Recorded count = recorded();
    long deadline = System.nanoTime() + TimeUnit.NANOSECONDS.convert(timeout);
    lanes.forEach(Lane::nudge);
    boolean all = true;
    try {
      for (Lane lane : lanes) {
        all &= lane.awaitDealtWith(count, deadline);
      }
      return all;
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Takes no more records, delivers what it can, closes the reporters and the journal and ends
   * every thread, within {@code bound} or 100 ms, whichever is more. A thread that does not end is
   * left behind and named in the log. Does nothing when called again.
   */
  public void close(Duration bound) {
    if (!refuseFromNowOn()) {
      return;
    }
    Duration patience = bound.compareTo(GRACE) > 0 ? bound.minus(GRACE) : Duration.ZERO;
    long deadline = System.nanoTime() + TimeUnit.NANOSECONDS.convert(patience.plus(GRACE));
    lanes.forEach(lane -> lane.close(patience));
    rounds.close(deadline);
    lanes.forEach(lane -> lane.awaitEnd(deadline, journal.isPersistent()));
    journal.close();
    stores.traces().close();
    lock.lock();
    try {
      releaseDrained();
      adopted.forEach(each -> each.journal().close());
    } finally {
      lock.unlock();
    }
  }

  private boolean refuseFromNowOn() {
    lock.lock();
    try {
      boolean first = !closed;
      closed = true;
      return first;
    } finally {
      lock.unlock();
    }
  }

  private Recorded recorded() {
    lock.lock();
    try {
      return recorded;
    } finally {
      lock.unlock();
    }
  }
}
