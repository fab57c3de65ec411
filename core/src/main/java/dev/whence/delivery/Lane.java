package dev.whence.delivery;

import dev.whence.delivery.retry.Circuit;
import dev.whence.delivery.retry.Pace;
import dev.whence.delivery.retry.Suspicion;
import dev.whence.event.Category;
import dev.whence.event.EventId;
import dev.whence.event.EventRecord;
import dev.whence.guard.OwnLog;
import dev.whence.journal.Cursor;
import dev.whence.journal.Journal;
import dev.whence.report.Batch;
import dev.whence.report.Loss;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reporter with its cursor, its thread and its retries. Nothing here waits for the reporter but
 * the lane's own thread.
 */
final class Lane {
  private static final Outcome NOTHING = Outcome.accepted(0);

  /** How many records behind one that the destination fails at are tried. */
  private static final int OTHERS = 10;

  /** How often such a record is tried once another one has arrived. */
  private static final int LAST_TRIES = 3;

  private final String name;
  private final Reporter reporter;
  private final Channel errors;
  private final Channel traces;
  private final Pace pace;
  private final int maxBytes;
  private final Gate gate;
  private final LaneLog log;
  private final LaneThread thread;

  // the lane's thread alone
  private final Circuit circuit;
  private final Suspicion suspicion;
  private Channel inHand;

  /** Where a lane reads: errors, and behind them all that is no error. */
  record Sources(Cursor errors, Cursor traces) {}

  Lane(String name, Reporter reporter, Sources sources, Terms terms) {
    this.name = name;
    this.reporter = reporter;
    this.errors = new Channel(sources.errors(), Category.ERROR, terms.upkeep().refused());
    this.traces =
        new Channel(sources.traces(), Category.TRANSACTION, terms.upkeep().refusedTraces());
    this.inHand = errors;
    this.pace = terms.pace();
    this.maxBytes = terms.options().maxBytes();
    this.gate = new Gate(() -> errors.cursor.waiting() + traces.cursor.waiting(), terms);
    this.log = new LaneLog(name, pace);
    this.thread = new LaneThread(name, this, reporter.getClass().getClassLoader());
    this.circuit = new Circuit(terms.options().backoffBase(), terms.options().backoffCap(), pace);
    this.suspicion = new Suspicion(terms.options().maxCount());
  }

  /** Starts with what the journal kept from an earlier run, if there is any. */
  void resume() {
    if (errors.tally.adopted() > 0) {
      start();
    }
  }

  /** Notes that the journal has one more frame. Called by one thread at a time. */
  void recorded(int bytes) {
    gate.recorded(bytes);
    start();
  }

  private void start() {
    try {
      thread.start();
    } catch (OutOfMemoryError noThread) {
      failed(OwnLog.describe(noThread)); // the next record tries again
    }
  }

  /** Opens this lane's cursor in somebody else's journal. */
  Cursor cursor(Journal orphan) {
    return orphan.cursor(name);
  }

  /** Takes in what waits for this lane's reporter in somebody else's journal. */
  void adopt(Cursor left) {
    errors.tally.adopt(left);
    if (left.waiting() > 0) {
      start();
      gate.wake();
    }
  }

  /** Lets go of such a journal. */
  void release(Cursor drained) {
    errors.tally.release(drained);
  }

  /** Sees to it that the destination is told of new losses. Called by one thread at a time. */
  void account() {
    if (!untold().isEmpty()) {
      start();
      gate.account();
    }
  }

  /** Tries at once what waits for its time. */
  void nudge() {
    gate.nudge();
  }

  /** Waits until {@code deadline} for the first {@code recorded} records to be dealt with. */
  boolean awaitDealtWith(Recorded recorded, long deadline) throws InterruptedException {
    long ownErrors = recorded.errors() + errors.tally.adopted();
    return errors.tally.awaitDealtWith(ownErrors, deadline)
        && traces.tally.awaitDealtWith(recorded.traces(), deadline);
  }

  LaneFigures figures(Recorded recorded) {
    return errors.tally.figures(name, recorded.errors(), circuit.isOpen());
  }

  LaneFigures traceFigures(Recorded recorded) {
    return traces.tally.figures(name, recorded.traces(), circuit.isOpen());
  }

  /** Starts to end: delivers for as long as {@code patience}, then closes the reporter. */
  void close(Duration patience) {
    if (!untold().isEmpty()) {
      start();
    }
    gate.close(patience);
    thread.close(patience);
  }

  /** Waits until {@code deadline} for the end, which comes then in any case. */
  void awaitEnd(long deadline, boolean keepsRest) {
    boolean ended = thread.awaitEnd(deadline);
    gate.stop();
    errors.tally.close(keepsRest);
    traces.tally.close(false);
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
    for (Gate.Turn turn = gate.awaitTurn(); turn != Gate.Turn.END; turn = gate.awaitTurn()) {
      if (turn == Gate.Turn.ACCOUNT) {
        tellLosses();
      } else {
        pause(deliver());
      }
    }
    if (!gate.isStopped()) {
      tellLosses();
    }
  }

  private void pause(Duration wait) {
    for (Duration left = gate.pause(wait); !left.isZero(); left = gate.pause(left)) {
      tellLosses();
    }
  }

  private void tellLosses() {
    List<Loss> losses = untold();
    try {
      if (!losses.isEmpty()) {
        if (reporter.account(losses)) {
          errors.ledger.told(losses);
          traces.ledger.told(losses);
        } else {
          errors.ledger.close();
          traces.ledger.close();
        }
      }
    } catch (Throwable fault) {
      failed("losses could not be told: " + OwnLog.describe(fault)); // the next time tries again
    } finally {
      boolean unused = Thread.interrupted(); // what was meant for this call ends with it
    }
  }

  private List<Loss> untold() {
    List<Loss> losses = new ArrayList<>(errors.ledger.untold());
    losses.addAll(traces.ledger.untold());
    return losses;
  }

  /** Tries one batch and returns how long to wait before the next. Errors go before all else. */
  private Duration deliver() {
    inHand = errors.hasMore() || !traces.hasMore() ? errors : traces;
    try {
      List<byte[]> frames = inHand.cursor.next(maxBytes, circuit.limit(suspicion.limit()));
      if (frames.isEmpty()) {
        inHand.tally.settle(NOTHING); // what waited has gone, which may be what a flush waits for
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
      Duration wait = retry(outage);
      EventId first = batch.records().get(0).id();
      return suspicion.isAnotherToBeTried(first) ? tryOthers(first, wait) : wait;
    } catch (Throwable fault) {
      return suspicion.isConfirmedBy(batch) ? drop("reporter_failed") : retry(fault);
    } finally {
      boolean unused = Thread.interrupted(); // what was meant for this call ends with it
    }
    suspicion.clear();
    Duration wait = isSilent(outcome) ? Duration.ZERO : note(outcome.retryAfter());
    // last, since it ends a flush, after which the figures must say how delivery fares
    inHand.tally.settle(outcome);
    return wait;
  }

  /**
   * Tries records behind the first, at which the destination has failed again and again; if one
   * arrives and the first still does not, that one is to blame and is dropped.
   *
   * @return how long to wait: {@code wait} unless something arrived or the destination wants more
   */
  private Duration tryOthers(EventId first, Duration wait) {
    List<EventRecord> records = RecordFrame.decode(inHand.cursor.next(maxBytes, OTHERS + 1));
    if (records.isEmpty() || !records.get(0).id().equals(first)) {
      return wait; // others have come before it, or it is gone
    }
    for (int place = 1; place < records.size() && !gate.isStopped(); place++) {
      Outcome outcome = tryAlone(records.get(place));
      if (outcome == null || outcome.rejection() != null) {
        return wait;
      }
      Duration asked = outcome.retryAfter();
      if (asked != null) {
        return asked.compareTo(wait) > 0 ? asked : wait;
      }
      if (outcome.accepted() == 1) {
        Outcome last = tryAgain(records.get(0));
        Duration next = note(last.retryAfter());
        inHand.tally.settle(last);
        settleArrived(place, records.get(place));
        return next;
      }
    }
    return wait;
  }

  /** Tries a record while the destination is known to work. */
  private Outcome tryAgain(EventRecord record) {
    for (int tries = 0; tries < LAST_TRIES; tries++) {
      Outcome outcome = tryAlone(record);
      if (outcome != null) {
        return outcome;
      }
    }
    return NOTHING.rejected("poison");
  }

  private @Nullable Outcome tryAlone(EventRecord record) {
    try {
      return checked(reporter.report(new Batch(List.of(record))), 1);
    } catch (Throwable outage) {
      return null;
    } finally {
      boolean unused = Thread.interrupted(); // what was meant for this call ends with it
    }
  }

  /** Passes what arrived before its turn, and what was left out in front of it. */
  private void settleArrived(int count, EventRecord arrived) {
    List<EventRecord> records = RecordFrame.decode(inHand.cursor.next(maxBytes, count));
    if (records.size() == count && records.get(count - 1).id().equals(arrived.id())) {
      inHand.tally.settle(Outcome.accepted(1).skipping(count - 1));
    }
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
      circuit.worked();
      errors.tally.worked();
      log.worked();
      return Duration.ZERO;
    }
    failed("asked to wait " + retryAfter);
    return retryAfter.isNegative() || retryAfter.isZero() ? circuit.failed() : retryAfter;
  }

  private Duration drop(String reason) {
    inHand.tally.settle(NOTHING.rejected(reason));
    return Duration.ZERO;
  }

  private Duration retry(Throwable fault) {
    inHand.tally.settle(NOTHING);
    failed(OwnLog.describe(fault));
    return circuit.failed();
  }

  private void failed(String fault) {
    if (gate.isStopped()) {
      return; // closing makes calls fail, which is no news
    }
    errors.tally.failed(fault, pace.now());
    log.failed(fault);
  }
}
