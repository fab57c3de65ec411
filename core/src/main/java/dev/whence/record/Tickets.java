package dev.whence.record;

import dev.whence.event.EventId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait for their events to be in the journal. Where that means the storage itself they
 * are told in groups, one wait for the device for all of a group. For any thread, but for groups:
 * those are the recorder's.
 */
final class Tickets {
  /** How many events wait for the device together at most. */
  private static final int GROUP = 64;

  private final @Nullable BooleanSupplier sync;
  private final Map<EventId, Ticket> open = new ConcurrentHashMap<>();

  // the recorder's thread alone
  private final List<EventId> unsynced = new ArrayList<>();

  /**
   * Makes the tickets of one recorder.
   *
   * @param sync waits for the device and says whether that went well; null where nobody waits
   */
  Tickets(@Nullable BooleanSupplier sync) {
    this.sync = sync;
  }

  Ticket issue(EventId id) {
    Ticket ticket = new Ticket();
    open.put(id, ticket);
    return ticket;
  }

  /** Notes what became of an event. A refusal may be any thread's to tell. */
  void settled(EventId id, boolean isRecorded) {
    if (sync == null || !isRecorded) {
      settle(id, isRecorded);
      return;
    }
    unsynced.add(id);
    if (unsynced.size() >= GROUP) {
      endGroup();
    }
  }

  /** Waits for the device, if there is anything to wait for, and tells the group. */
  void endGroup() {
    if (sync == null || unsynced.isEmpty()) {
      return;
    }
    boolean isSafe = sync.getAsBoolean();
    unsynced.forEach(id -> settle(id, isSafe));
    unsynced.clear();
  }

  private void settle(EventId id, boolean recorded) {
    Ticket ticket = open.remove(id);
    if (ticket != null) {
      ticket.settle(recorded);
    }
  }
}
