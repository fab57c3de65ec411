package dev.whence.capture;

import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.refuse.Chains;
import dev.whence.refuse.Refusal;
import dev.whence.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Something captured: a failure or a message, with what was said of it alone. Within a request it
 * waits on the scope until the request is finished.
 *
 * <p>Changed only under the lock of what it is parked in.
 */
public final class Capture {
  /** How a capture came about: who saw it, and whether anybody had caught it. */
  public record Manner(String mechanism, boolean handled) {
    public static final Manner BY_HAND = new Manner("capture", true);

    /** Seen on its way through a task of the request, which somebody may wait for. */
    public static final Manner IN_TASK = new Manner("task", false);

    /** Says whether the two are the same, without the equals that a record gets by itself. */
    public boolean is(Manner other) {
      return handled == other.handled && mechanism.equals(other.mechanism);
    }
  }

  private final EventId id;
  private final Instant time = Instant.now();
  private final @Nullable String message;
  private final Details details;
  private Level level;
  private Manner manner;
  private @Nullable Throwable throwable;
  private @Nullable Refusal refusal;

  private boolean isUndecided;

  /** Whether it went to the recorder. */
  private final AtomicBoolean hasLeft = new AtomicBoolean();

  /** Whether it arrived there, once that is known. */
  private final CompletableFuture<Boolean> arrival = new CompletableFuture<>();

  /** Whether the framework that handles the request saw it, as it was thrown. */
  private boolean isFromHandler;

  private Capture(
      EventId id, @Nullable String message, Details details, Level level, Manner manner) {
    this.id = id;
    this.message = message;
    this.details = details;
    this.level = level;
    this.manner = manner;
  }

  public static Capture of(EventId id, String message, Level level, Details details) {
    return new Capture(id, message, details, level, Manner.BY_HAND);
  }

  public static Capture of(EventId id, Throwable failure, Manner manner, Details details) {
    Capture capture = new Capture(id, null, details, Level.ERROR, manner);
    capture.throwable = failure;
    return capture;
  }

  /** Makes this a sighting on which the request's answer is to decide. */
  public Capture undecided() {
    isUndecided = true;
    isFromHandler = true;
    return this;
  }

  /** Says where a message was captured, by a stack. */
  public Capture at(Throwable place) {
    throwable = place;
    return this;
  }

  public EventId id() {
    return id;
  }

  public Instant time() {
    return time;
  }

  /** Returns what was said; null for a failure. */
  public @Nullable String message() {
    return message;
  }

  public Level level() {
    return level;
  }

  public Manner manner() {
    return manner;
  }

  /** Returns what was said of it alone. */
  public Details details() {
    return details;
  }

  /** Returns what was thrown; for a message, the place where it was captured, if that is told. */
  public @Nullable Throwable throwable() {
    return throwable;
  }

  /** Returns what was thrown; null for a message. */
  public @Nullable Throwable failure() {
    return message == null ? throwable : null;
  }

  /** Returns why it will not be an event; null while it may become one. */
  public @Nullable Refusal refusal() {
    return refusal;
  }

  public void refusal(@Nullable Refusal newRefusal) {
    refusal = newRefusal;
  }

  /** Says whether the request's answer is still to tell if this is a failure at all. */
  public boolean isUndecided() {
    return isUndecided;
  }

  /** Makes an event of what nobody answered. */
  void unanswered() {
    isUndecided = false;
  }

  /** Notes the span of {@code trace} that the calling thread is in, if it is in any. */
  public void in(Trace trace) {
    if (trace.isInSpan()) {
      details.context("trace", trace.toContext());
    }
  }

  /** Takes it to the recorder, for which there is one time only; returns whether this is it. */
  public boolean leave() {
    return hasLeft.compareAndSet(false, true);
  }

  /** Says what became of it. */
  public void arrived(boolean isEvent) {
    arrival.complete(isEvent);
  }

  /**
   * Waits at most {@code longest} to know whether it is an event; not knowing means that it is
   * none.
   */
  public boolean awaitArrival(Duration longest) {
    try {
      return arrival.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException unknown) {
      return false;
    }
  }

  /** Says whether this and {@code other} are sightings of one failure. */
  boolean isSameFailure(Capture other) {
    return message == null
        && other.message == null
        && throwable != null
        && other.throwable != null
        && Chains.share(throwable, other.throwable);
  }

  /**
   * Takes in a further sighting: the richer chain, the graver level, both their details.
   *
   * @return whether that decided on it
   */
  boolean merge(Capture later) {
    takeChain(later);
    if (later.level.compareTo(level) > 0) {
      level = later.level;
    }
    later.details.copy().addTo(details);
    if (later.isUndecided) {
      sightedByHandler(later);
      return false;
    }
    boolean isDecision = isUndecided;
    isUndecided = false;
    if (!later.manner.handled()) {
      manner = isFromHandler ? new Manner(manner.mechanism(), false) : later.manner;
    } else if (isDecision) {
      manner = new Manner(manner.mechanism(), true);
    }
    return isDecision;
  }

  /** Takes the longer chain; what containers wrap around it behind its handler tells nothing. */
  private void takeChain(Capture later) {
    if (throwable == null || later.throwable == null || isFromHandler) {
      return;
    }
    if (Chains.length(later.throwable) > Chains.length(throwable)) {
      throwable = later.throwable;
    }
  }

  /** What a task threw is on its way to an answer after all. */
  private void sightedByHandler(Capture later) {
    isFromHandler = true;
    if (manner.is(Manner.IN_TASK) && refusal == null) {
      isUndecided = true;
      manner = later.manner;
    }
  }

  /** Makes an event of what the application turned into an answer of this level. */
  void answered(Level answer) {
    isUndecided = false;
    level = answer;
    manner = new Manner(manner.mechanism(), true);
  }
}
