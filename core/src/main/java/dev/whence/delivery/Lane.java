package dev.whence.delivery;

import dev.whence.event.EventRecord;
import dev.whence.journal.Cursor;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reporter with its cursor, its thread and its retries. Nothing here waits for the reporter but
 * the lane's own thread.
 */
final class Lane {
  private static final Outcome NOTHING = Outcome.accepted(0);

  private final String name;
  private final Reporter reporter;
  private final Cursor cursor;
  private final Pace pace;
  private final int maxBytes;
  private final Gate gate;
  private final Tally tally;
  private final LaneLog log;
  private final LaneThread thread;

  // the lane's thread alone
  private final Backoff backoff;
  private final Suspicion suspicion;

  Lane(String name, Reporter reporter, Cursor cursor, Terms terms) {
    this.name = name;
    this.reporter = reporter;
    this.cursor = cursor;
    this.pace = terms.pace();
    this.maxBytes = terms.options().maxBytes();
    this.gate = new Gate(cursor, terms);
    this.tally = new Tally(cursor);
    this.log = new LaneLog(name, pace);
    this.thread = new LaneThread(name, this, reporter.getClass().getClassLoader());
    this.backoff = new Backoff(terms);
    this.suspicion = new Suspicion(terms.options().maxCount());
  }

  /** Starts with what the journal kept from an earlier run, if there is any. */
  void resume() {
    if (tally.adopted() > 0) {
      thread.start();
    }
  }

  /** Notes that the journal has one more frame. Called by one thread at a time. */
  void recorded(int bytes) {
    gate.recorded(bytes);
    try {
      thread.start();
    } catch (OutOfMemoryError noThread) {
      failed(LaneLog.describe(noThread)); // the next record tries again
    }
  }

  /** Tries at once what waits for its time. */
  void nudge() {
    gate.nudge();
  }

  /** Waits until {@code deadline} for the first {@code recorded} records to be dealt with. */
  boolean awaitDealtWith(long recorded, long deadline) throws InterruptedException {
    return tally.awaitDealtWith(recorded + tally.adopted(), deadline);
  }

  LaneFigures figures(long recorded) {
    return tally.figures(name, recorded);
  }

  /** Starts to end: delivers for as long as {@code patience}, then closes the reporter. */
  void close(Duration patience) {
    gate.close(patience);
    thread.close(patience);
  }

  /** Waits until {@code deadline} for the end, which comes then in any case. */
  void awaitEnd(long deadline, boolean keepsRest) {
    boolean ended = thread.awaitEnd(deadline);
    gate.stop();
    tally.close(keepsRest);
    if (!ended) {
      log.abandoned();
    }
  }

  /** Lets the reporter go. */
  void stop() {
    gate.stop();
    try {
      reporter.close();
    } catch (Throwable fault) {
      log.failedToClose(fault);
    }
  }

  /** Delivers until there is nothing more to come. */
  void run() {
    while (gate.awaitBatch()) {
      gate.pause(deliver());
    }
  }

  /** Tries one batch and returns how long to wait before the next. */
  private Duration deliver() {
    try {
      List<byte[]> frames = cursor.next(maxBytes, suspicion.limit());
      if (frames.isEmpty()) {
        return Duration.ZERO;
      }
      List<EventRecord> records = RecordFrame.decode(frames);
      return records.isEmpty() ? drop("unreadable") : report(new Batch(records));
    } catch (Throwable fault) {
      return retry(fault); // no memory for a batch, say: no reason for the lane to end
    }
  }

  private Duration report(Batch batch) {
    Outcome outcome;
    try {
      outcome = checked(reporter.report(batch), batch.records().size());
    } catch (IOException outage) {
      suspicion.clear();
      return retry(outage);
    } catch (Throwable fault) {
      return suspicion.isConfirmedBy(batch) ? drop("reporter_failed") : retry(fault);
    } finally {
      boolean unused = Thread.interrupted(); // what was meant for this call ends with it
    }
    suspicion.clear();
    Duration wait = isSilent(outcome) ? Duration.ZERO : note(outcome.retryAfter());
    // last, since it ends a flush, after which the figures must say how delivery fares
    tally.settle(outcome);
    return wait;
  }

  /** Whether nothing was sent, so that nobody knows how delivery fares. */
  private static boolean isSilent(Outcome outcome) {
    return outcome.accepted() == 0 && outcome.rejection() == null && outcome.retryAfter() == null;
  }

  private static Outcome checked(Outcome outcome, int records) {
    int accepted = outcome.accepted();
    int skipped = outcome.skipped();
    if (accepted < 0 || skipped < 0 || (long) accepted + skipped > records) {
      throw new IllegalStateException(
          "reporter accepted " + accepted + " and skipped " + skipped + " of " + records);
    }
    if (outcome.rejection() != null && accepted + skipped == records) {
      throw new IllegalStateException("reporter rejected a record behind the last");
    }
    if (skipped == 0 && isSilent(outcome)) {
      throw new IllegalStateException("reporter neither accepted nor rejected a record");
    }
    return outcome;
  }

  /** Notes how delivery fares and returns how long to wait. */
  private Duration note(@Nullable Duration retryAfter) {
    if (retryAfter == null) {
      backoff.reset();
      tally.worked();
      log.worked();
      return Duration.ZERO;
    }
    failed("asked to wait " + retryAfter);
    return retryAfter.isNegative() || retryAfter.isZero() ? backoff.next() : retryAfter;
  }

  private Duration drop(String reason) {
    tally.settle(NOTHING.rejected(reason));
    return Duration.ZERO;
  }

  private Duration retry(Throwable fault) {
    tally.settle(NOTHING);
    failed(LaneLog.describe(fault));
    return backoff.next();
  }

  private void failed(String fault) {
    if (gate.isStopped()) {
      return; // closing makes calls fail, which is no news
    }
    tally.failed(fault, pace.now());
    log.failed(fault);
  }
}
