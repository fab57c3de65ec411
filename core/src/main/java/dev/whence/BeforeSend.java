package dev.whence;

import dev.whence.event.ErrorEvent;
import org.jspecify.annotations.Nullable;

/**
 * Changes or drops events before they are scrubbed and kept.
 *
 * <p>Runs on the recorder's thread, one event after the other. If it throws, the event goes on as
 * it was; if it does not return, the event is given up after five seconds.
 */
@FunctionalInterface
public interface BeforeSend {
  /** Returns the event to report, or null to drop it. */
  @Nullable
  ErrorEvent apply(ErrorEvent event, Hint hint) throws Exception;
}
