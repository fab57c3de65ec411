package dev.whence;

import dev.whence.limit.RouteLimit;
import dev.whence.record.Faults;
import dev.whence.record.Recorder;
import dev.whence.record.Snapshot;
import dev.whence.record.Ticket;
import dev.whence.refuse.Chains;
import dev.whence.refuse.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands captures to the recorder, as often as the limit of their route allows, and in durable mode
 * waits until they are in the journal. For any thread.
 */
final class Intake {
  private final Recorder recorder;
  private final RouteLimit limit;
  private final Faults faults;
  private final Durability durability;

  /**
   * What callers may rely on.
   *
   * @param longest how long a capture waits for its event to be in the journal; null if it does not
   * @param isKept whether the journal outlives the process
   */
  record Durability(@Nullable Duration longest, boolean isKept) {}

  Intake(Recorder recorder, RouteLimit limit, Faults faults, Durability durability) {
    this.recorder = recorder;
    this.limit = limit;
    this.faults = faults;
    this.durability = durability;
  }

  /** Whether captures wait until they are in the journal. */
  boolean isDurable() {
    return durability.longest() != null;
  }

  /** Whether what is recorded outlives the process. */
  boolean isKept() {
    return durability.isKept();
  }

  /** Says whether {@code capture} may be kept by the limit of its route; counts it if not. */
  boolean admits(Capture capture, @Nullable String route) {
    Throwable throwable = capture.message == null ? capture.throwable : null;
    Class<?> type = throwable == null ? String.class : Chains.root(throwable).getClass();
    if (limit.take(type, route)) {
      return true;
    }
    capture.refusal = Refusal.LIMITED;
    capture.arrived(false);
    recorder.refuse(capture.id, Refusal.LIMITED);
    return false;
  }

  /**
   * Hands on {@code snapshots}; returns whether all will be events, in durable mode: each is one.
   */
  boolean offer(List<Snapshot> snapshots) {
    Duration wait = durability.longest();
    if (wait == null) {
      boolean all = true;
      for (Snapshot snapshot : snapshots) {
        all &= recorder.offer(snapshot);
      }
      return all;
    }
    List<@Nullable Ticket> tickets = new ArrayList<>();
    for (Snapshot snapshot : snapshots) {
      tickets.add(recorder.submit(snapshot));
    }
    if (recorder.isRecording()) {
      return false; // captured in beforeSend: it would wait for itself
    }
    return await(tickets, wait) && durability.isKept();
  }

  /** Waits for what another thread has handed on; returns whether it is an event. */
  boolean awaitArrival(Capture capture) {
    Duration wait = durability.longest();
    return wait != null && !recorder.isRecording() && capture.awaitArrival(wait);
  }

  private boolean await(List<@Nullable Ticket> tickets, Duration wait) {
    long deadline = System.nanoTime() + TimeUnit.NANOSECONDS.convert(wait);
    boolean all = true;
    for (Ticket ticket : tickets) {
      boolean isRecorded = ticket != null && ticket.await(deadline);
      if (ticket != null && !ticket.isSettled()) {
        faults.count("durable-wait", "an event was not in the journal within " + wait);
      }
      all &= isRecorded;
    }
    return all;
  }
}
