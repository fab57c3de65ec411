package dev.whence.record;

import dev.whence.guard.Faults;
import dev.whence.limit.RouteLimit;
import dev.whence.refuse.Chains;
import dev.whence.snapshot.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands snapshots of captures to the recorder, as often as the limit of their route allows, and in
 * durable mode waits until they are in the journal. For any thread.
 */
public final class Intake {
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
  public record Durability(@Nullable Duration longest, boolean isKept) {}

  public Intake(Recorder recorder, RouteLimit limit, Faults faults, Durability durability) {
    this.recorder = recorder;
    this.limit = limit;
    this.faults = faults;
    this.durability = durability;
  }

  /** Whether captures wait until they are in the journal. */
  public boolean isDurable() {
    return durability.longest() != null;
  }

  /** Whether what is recorded outlives the process. */
  public boolean isKept() {
    return durability.isKept();
  }

  /**
   * Says whether one more event may be made of {@code failure}, null for a message, by the limit of
   * its route.
   */
  public boolean admits(@Nullable Throwable failure, @Nullable String route) {
    return limit.take(failure == null ? String.class : Chains.root(failure).getClass(), route);
  }

  /**
   * Hands on {@code snapshots}; returns whether all will be events, in durable mode: each is one.
   */
  public boolean offer(List<Snapshot> snapshots) {
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

  /** Returns how long the calling thread waits for an event to be recorded; null if it does not. */
  public @Nullable Duration patience() {
    return recorder.isRecording() ? null : durability.longest();
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
