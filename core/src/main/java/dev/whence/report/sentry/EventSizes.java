package dev.whence.report.sentry;

import dev.whence.report.trim.EventTrimmer;
import dev.whence.report.trim.UnreadableEventException;
import java.time.Duration;
import java.util.Optional;

/**
 * Knows how large an event the receiver takes, and makes smaller ones of those it does not. What it
 * learns from refusals it forgets after a while, since a limit may be raised. For one thread.
 */
final class EventSizes {
  /** The protocol's limit for an event. */
  static final int MOST = 1 << 20;

  /** An event of this size is not refused for its size, whatever the receiver says. */
  static final int LEAST = 1 << 14;

  /** How often one event is sent at most. */
  private static final int TRIES = 3;

  private static final Duration MEMORY = Duration.ofHours(1);

  private final Timepiece time;
  private int limit = MOST;
  private long learnedAt;

  EventSizes(Timepiece time) {
    this.time = time;
  }

  /**
   * Returns {@code json} as it is sent first, trimmed if it must be; empty if that is not enough.
   *
   * @throws UnreadableEventException if it must be trimmed, and is no JSON
   */
  Optional<byte[]> first(byte[] json) throws UnreadableEventException {
    if (limit < MOST && time.nanoTime() - learnedAt >= MEMORY.toNanos()) {
      limit = MOST;
    }
    return json.length <= limit ? Optional.of(json) : EventTrimmer.trim(json, limit);
  }

  /**
   * Returns what to send when the receiver has refused {@code size} bytes of {@code json}, the
   * latest of {@code tries}; empty if nothing will help.
   *
   * @throws UnreadableEventException if {@code json} is none
   */
  Optional<byte[]> next(byte[] json, int size, int tries) throws UnreadableEventException {
    if (size <= LEAST || tries >= TRIES) {
      return Optional.empty();
    }
    limit = Math.max(LEAST, size / 2);
    learnedAt = time.nanoTime();
    Optional<byte[]> half =
        tries == TRIES - 1 ? Optional.empty() : EventTrimmer.trim(json, size / 2);
    return half.isPresent() ? half : EventTrimmer.essence(json, size - 1);
  }
}
