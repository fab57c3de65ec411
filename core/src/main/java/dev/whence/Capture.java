package dev.whence;

import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.refuse.Chains;
import dev.whence.refuse.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something captured: a failure or a message, with what was said of it alone. Within a request it
 * waits on the scope until the request is finished.
 *
 * <p>Changed only under its scope's lock.
 */
final class Capture {
  /** How a capture came about: who saw it, and whether anybody had caught it. */
  record Manner(String mechanism, boolean handled) {
    static final Manner BY_HAND = new Manner("capture", true);
  }

  final EventId id;
  final Instant time = Instant.now();
  final @Nullable String message;
  final Details details;
  Level level;
  Manner manner;

  /** What was thrown; for a message, the place where it was captured. */
  @Nullable
  Throwable throwable;

  /** Why it will not be an event; null while it may become one. */
  @Nullable
  Refusal refusal;

  private Capture(
      EventId id, @Nullable String message, Details details, Level level, Manner manner) {
    this.id = id;
    this.message = message;
    this.details = details;
    this.level = level;
    this.manner = manner;
  }

  static Capture of(EventId id, Throwable failure, Manner manner, Details details) {
    Capture capture = new Capture(id, null, details, Level.ERROR, manner);
    capture.throwable = failure;
    return capture;
  }

  static Capture of(EventId id, String message, Level level, Details details) {
    return new Capture(id, message, details, level, Manner.BY_HAND);
  }

  /** Says whether this and {@code other} are sightings of one failure. */
  boolean isSameFailure(Capture other) {
    return message == null
        && other.message == null
        && throwable != null
        && other.throwable != null
        && Chains.share(throwable, other.throwable);
  }

  /** Takes in a further sighting: the richer chain, the graver level, both their details. */
  void merge(Capture later) {
    if (throwable != null && later.throwable != null) {
      if (Chains.length(later.throwable) > Chains.length(throwable)) {
        throwable = later.throwable;
      }
    }
    if (later.level.compareTo(level) > 0) {
      level = later.level;
    }
    if (!later.manner.handled()) {
      manner = later.manner;
    }
    later.details.copy().addTo(details);
  }
}
