package dev.whence.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exception of a chain.
 *
 * @param type the class's name without its package
 * @param module the class's package
 * @param value the message
 * @param frames the stack, the innermost call first as Java prints it
 */
public record ThrownException(
    String type,
    @Nullable String module,
    @Nullable String value,
    List<Frame> frames,
    Mechanism mechanism) {
  public ThrownException {
    frames = List.copyOf(frames);
  }

  public ThrownException withValue(@Nullable String newValue) {
    return new ThrownException(type, module, newValue, frames, mechanism);
  }
}
