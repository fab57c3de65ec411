package dev.whence;

import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.refuse.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one request has captured: each failure once, at most eight, parked until the request is
 * finished. For any thread.
 */
final class Captures {
  private static final int MOST = 8;

  private final Engine engine;

  // Guarded by this.
  private final List<Capture> captures = new ArrayList<>(2);
  private boolean isClosed;

  /** Whether nothing is to be told of the answer even if nothing was captured. */
  volatile boolean isAnswerUntold;

  Captures(Engine engine) {
    this.engine = engine;
  }

  /**
   * Parks {@code capture} or merges it with an earlier sighting.
   *
   * @return the one that stands for it; null if the request is over and {@code capture} is to be an
   *     event at once
   */
  @Nullable
  Capture park(Capture capture) {
    Capture standing;
    synchronized (this) {
      standing = earlierThan(capture);
      if (standing == null) {
        if (isClosed) {
          return parkLate(capture);
        }
        standing = capture;
        add(capture);
      } else if (!standing.merge(capture)) {
        return standing;
      } else if (isClosed) {
        boolean unused = standing.leave(); // the capture at hand goes in its place
        return null;
      } else {
        standing.refusal = engine.refusal(standing);
      }
    }
    engine.refuse(standing);
    return standing;
  }

  /** Remembers what came after the end, so that it is known when it is seen again. */
  private @Nullable Capture parkLate(Capture capture) {
    if (captures.size() >= MOST) {
      return null;
    }
    captures.add(capture);
    return capture.isUndecided ? capture : null;
  }

  private @Nullable Capture earlierThan(Capture capture) {
    for (Capture earlier : captures) {
      if (earlier.isSameFailure(capture)) {
        return earlier;
      }
    }
    return null;
  }

  private void add(Capture capture) {
    if (captures.size() >= MOST) {
      capture.refusal = Refusal.SCOPE_FULL;
      return;
    }
    capture.refusal = capture.isUndecided ? null : engine.refusal(capture);
    captures.add(capture);
  }

  /** Makes events of those that waited for an answer of this status, and returns them. */
  List<Capture> answered(int status) {
    List<Capture> decided = undecided();
    for (Capture capture : decided) {
      decide(capture, () -> capture.answered(Level.ofStatus(status)));
    }
    return decided;
  }

  /** Takes out and returns those that waited for an answer, which is no event. */
  synchronized List<Capture> dismissed() {
    List<Capture> undecided = undecided();
    captures.removeAll(undecided);
    return undecided;
  }

  private synchronized List<Capture> undecided() {
    return captures.stream().filter(capture -> capture.isUndecided).toList();
  }

  private void decide(Capture capture, Runnable decision) {
    synchronized (this) {
      decision.run();
      capture.refusal = engine.refusal(capture);
    }
    engine.refuse(capture);
  }

  /** Takes no more, makes events of those that nobody answered, and returns all events. */
  List<Capture> close() {
    List<Capture> unanswered;
    List<Capture> events;
    synchronized (this) {
      isClosed = true;
      unanswered = decideUnanswered();
      events = events();
    }
    unanswered.forEach(engine::refuse);
    return events;
  }

  /** Makes events of those that nobody answered, and returns them. */
  List<Capture> unanswered() {
    List<Capture> unanswered = decideUnanswered();
    unanswered.forEach(engine::refuse);
    return unanswered;
  }

  private synchronized List<Capture> decideUnanswered() {
    List<Capture> unanswered = undecided();
    for (Capture capture : unanswered) {
      capture.isUndecided = false;
      capture.refusal = engine.refusal(capture);
    }
    return unanswered;
  }

  /** Says whether it is as if nothing had been captured. */
  synchronized boolean isNothing() {
    return captures.isEmpty() && !isAnswerUntold;
  }

  /** Adds the event of the answer itself, to requests that are over. */
  void addAnswer(Capture capture) {
    synchronized (this) {
      captures.add(capture);
    }
    engine.refuse(capture);
  }

  /** Returns the ID of the first that is to be an event. */
  Optional<EventId> firstId() {
    return events().stream().map(capture -> capture.id).findFirst();
  }

  /** Returns those that are to be events. */
  synchronized List<Capture> events() {
    return captures.stream()
        .filter(capture -> capture.refusal == null && !capture.isUndecided)
        .toList();
  }
}
