package dev.whence.capture;

import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.refuse.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one request has captured: each failure once, at most eight, parked until the request is
 * finished. For any thread.
 */
public final class Captures {
  private static final int MOST = 8;

  private final Judge judge;

  // Guarded by this.
  private final List<Capture> captures = new ArrayList<>(2);
  private boolean isClosed;

  private volatile boolean isAnswerUntold;

  /** Decides what becomes of captures. */
  public interface Judge {
    /** Says why {@code capture} is not to become an event. Decided once for each. */
    @Nullable
    Refusal refusal(Capture capture);

    /** Counts a capture that its refusal ends. */
    void refuse(Capture capture);
  }

  public Captures(Judge judge) {
    this.judge = judge;
  }

  /**
   * Parks {@code capture} or merges it with an earlier sighting.
   *
   * @return the one that stands for it; null if the request is over and {@code capture} is to be an
   *     event at once
   */
  @Nullable
  public Capture park(Capture capture) {
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
        standing.refusal(judge.refusal(standing));
      }
    }
    judge.refuse(standing);
    return standing;
  }

  /** Remembers what came after the end, so that it is known when it is seen again. */
  private @Nullable Capture parkLate(Capture capture) {
    if (captures.size() >= MOST) {
      return null;
    }
    captures.add(capture);
    return capture.isUndecided() ? capture : null;
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
      capture.refusal(Refusal.SCOPE_FULL);
      return;
    }
    capture.refusal(capture.isUndecided() ? null : judge.refusal(capture));
    captures.add(capture);
  }

  /** Makes events of those that waited for an answer of this status, and returns them. */
  public List<Capture> answered(int status) {
    List<Capture> decided = undecided();
    for (Capture capture : decided) {
      decide(capture, () -> capture.answered(Level.ofStatus(status)));
    }
    return decided;
  }

  /** Takes out and returns those that waited for an answer, which is no event. */
  public synchronized List<Capture> dismissed() {
    List<Capture> undecided = undecided();
    captures.removeAll(undecided);
    return undecided;
  }

  private List<Capture> undecided() {
    return those(Capture::isUndecided);
  }

  /** Most requests have one or none, and no use for a stream. */
  private synchronized List<Capture> those(Predicate<Capture> wanted) {
    List<Capture> found = List.of();
    for (Capture capture : captures) {
      if (wanted.test(capture)) {
        found = found.isEmpty() ? new ArrayList<>(2) : found;
        found.add(capture);
      }
    }
    return found;
  }

  private void decide(Capture capture, Runnable decision) {
    synchronized (this) {
      decision.run();
      capture.refusal(judge.refusal(capture));
    }
    judge.refuse(capture);
  }

  /** Takes no more, makes events of those that nobody answered, and returns all events. */
  public List<Capture> close() {
    List<Capture> unanswered;
    List<Capture> events;
    synchronized (this) {
      isClosed = true;
      unanswered = decideUnanswered();
      events = events();
    }
    unanswered.forEach(judge::refuse);
    return events;
  }

  /** Makes events of those that nobody answered, and returns them. */
  public List<Capture> unanswered() {
    List<Capture> unanswered = decideUnanswered();
    unanswered.forEach(judge::refuse);
    return unanswered;
  }

  private synchronized List<Capture> decideUnanswered() {
    List<Capture> unanswered = undecided();
    for (Capture capture : unanswered) {
      capture.unanswered();
      capture.refusal(judge.refusal(capture));
    }
    return unanswered;
  }

  /** Has nothing told of the answer even if nothing was captured. */
  public void tellNothingOfTheAnswer() {
    isAnswerUntold = true;
  }

  /** Says whether it is as if nothing had been captured. */
  public synchronized boolean isNothing() {
    return captures.isEmpty() && !isAnswerUntold;
  }

  /** Adds the event of the answer itself, to requests that are over. */
  public void addAnswer(Capture capture) {
    synchronized (this) {
      captures.add(capture);
    }
    judge.refuse(capture);
  }

  /** Says whether {@code eventId} is that of one that is to be an event. */
  public boolean isEvent(String eventId) {
    return events().stream().anyMatch(capture -> capture.id().toString().equals(eventId));
  }

  /** Returns the ID of the first that is to be an event. */
  public Optional<EventId> firstId() {
    List<Capture> events = events();
    return events.isEmpty() ? Optional.empty() : Optional.of(events.get(0).id());
  }

  /** Returns those that are to be events. */
  public List<Capture> events() {
    return those(capture -> capture.refusal() == null && !capture.isUndecided());
  }
}
