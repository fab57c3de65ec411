package dev.whence;

import dev.whence.event.EventId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one request has captured so far, each failure once. Guarded by its scope. */
final class Captures {
  private static final int MOST = 8;

  private final List<Capture> captures = new ArrayList<>(2);

  /** Whether nothing is to be told of the answer even if nothing was captured. */
  boolean isAnswerUntold;

  /** Returns the earlier sighting of what {@code capture} tells of. */
  @Nullable
  Capture earlierThan(Capture capture) {
    for (Capture earlier : captures) {
      if (earlier.isSameFailure(capture)) {
        return earlier;
      }
    }
    return null;
  }

  /** Says whether this is as if nothing had been captured. */
  boolean isNothing() {
    return captures.isEmpty() && !isAnswerUntold;
  }

  boolean isFull() {
    return captures.size() >= MOST;
  }

  void add(Capture capture) {
    captures.add(capture);
  }

  /** Returns those that wait for an answer to tell what they are. */
  List<Capture> undecided() {
    return captures.stream().filter(capture -> capture.isUndecided).toList();
  }

  void remove(List<Capture> some) {
    captures.removeAll(some);
  }

  /** Returns the ID of the first that is to be an event. */
  Optional<EventId> firstId() {
    return events().stream().map(capture -> capture.id).findFirst();
  }

  /** Returns those that are to be events. */
  List<Capture> events() {
    return captures.stream()
        .filter(capture -> capture.refusal == null && !capture.isUndecided)
        .toList();
  }
}
