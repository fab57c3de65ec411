package dev.whence.record;

import dev.whence.event.Category;
import dev.whence.event.EventId;
import dev.whence.guard.Faults;
import dev.whence.refuse.Refusal;
import dev.whence.snapshot.Recordable;
import dev.whence.snapshot.Snapshot;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Turns snapshots into scrubbed records on a thread of its own, one after the other in the order of
 * their coming. For any thread.
 *
 * <p>Code of the application runs there (processors, messages, texts of values) and may hang: a
 * watchdog then gives the event up and puts a new thread in the old one's place. Both threads start
 * with the first snapshot.
 */
public final class Recorder {
  /** How long one event may take. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Inbox inbox;
  private final Tallies tallies;
  private final Processing processing;
  private final Tickets tickets;
  private final Work work;
  private final Watchdog watchdog;
  private final ReentrantLock starting = new ReentrantLock();
  private final Faults faults;
  private volatile boolean isStarted;

  /**
   * How much may wait.
   *
   * @param errors bytes of errors
   * @param others bytes of all else
   */
  public record Bounds(long errors, long others) {}

  public Recorder(
      Bounds bounds, Processing processing, Tallies tallies, Faults faults, Duration patience) {
    this.inbox = new Inbox(bounds.errors(), bounds.others());
    this.tallies = tallies;
    this.processing = processing;
    this.tickets = new Tickets(processing.sync());
    this.faults = faults;
    this.work = new Work(inbox, processing, tallies, tickets, faults);
    this.watchdog = new Watchdog(work, patience);
  }

  /** Takes a snapshot in, or counts why not. Never waits. */
  public boolean offer(Recordable snapshot) {
    Refusal refusal = inbox.offer(snapshot);
    if (refusal != null) {
      refuse(snapshot.category(), snapshot.id(), refusal);
      return false;
    }
    tallies.of(snapshot.category()).captured();
    if (!isStarted) {
      start();
    }
    return true;
  }

  /**
   * Takes a snapshot in, or counts why not, and returns a ticket that tells when it is recorded;
   * null if it will not be.
   */
  public @Nullable Ticket submit(Snapshot snapshot) {
    EventId id = snapshot.what().id();
    Ticket ticket = tickets.issue(id);
    if (offer(snapshot)) {
      return ticket;
    }
    tickets.settled(id, false);
    return null;
  }

  /** Says whether a trace that begins now would be turned away. For any thread. */
  public boolean isCrowded() {
    return inbox.isCrowded();
  }

  /** Says whether the calling thread records, so that what it waits for would never come. */
  public boolean isRecording() {
    return isStarted && watchdog.isWorker(Thread.currentThread());
  }

  /** Counts an error that never came to be a snapshot. */
  public void refuse(EventId id, Refusal refusal) {
    refuse(Category.ERROR, id, refusal);
  }

  /** Counts something that never came to be a snapshot. */
  public void refuse(Category category, EventId id, Refusal refusal) {
    Tally tally = tallies.of(category);
    tally.captured();
    tally.refused(refusal);
    processing.watcher().settled(id, refusal);
  }

  private void start() {
    starting.lock();
    try {
      if (!isStarted && !inbox.isClosed()) {
        watchdog.start();
        isStarted = true;
      }
    } catch (OutOfMemoryError noThread) {
      faults.count("recorder", noThread); // the next snapshot tries again
    } finally {
      starting.unlock();
    }
  }

  /** Counts the errors, or all else, that wait to be recorded or are at it. */
  public int waiting(Category category) {
    return inbox.unsettled(category);
  }

  /** Waits until all that came before is recorded or refused, and says whether that came true. */
  public boolean flush(Duration timeout) {
    try {
      return inbox.awaitSettled(TimeUnit.NANOSECONDS.convert(timeout));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void drain(Duration bound) {
    try {
      boolean unused = inbox.awaitDrained(bound.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void clear() {
    for (Recordable left : inbox.clear()) {
      tallies.of(left.category()).refused(Refusal.CLOSED);
      tickets.settled(left.id(), false);
    }
  }

  /**
   * Refuses what comes from here on, records what waits, and ends both threads, all within
   * {@code bound}. What is left then is counted as refused. Only a thread that is caught in the
   * application's code and ignores its interruption outlives this.
   */
  public void close(Duration bound) {
    long end = System.nanoTime() + bound.toNanos();
    inbox.close();
    if (isStarted) {
      drain(bound);
    }
    clear();
    watchdog.close(Math.max(TimeUnit.MILLISECONDS.toNanos(50), end - System.nanoTime()));
    clear();
    tickets.close(end - System.nanoTime());
    processing.limits().close();
    processing.transactions().quota().close();
  }
}
