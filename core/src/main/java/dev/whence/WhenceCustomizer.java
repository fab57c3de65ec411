package dev.whence;

import dev.whence.request.UserResolver;

/**
 * Adds what settings cannot say, such as {@link BeforeSend} and {@link UserResolver}, to an
 * instance that is built from settings alone. Found by {@link java.util.ServiceLoader}.
 */
public interface WhenceCustomizer {
  /** Changes {@code builder}. What throws here leaves Whence off, and the log says why. */
  void customize(WhenceBuilder builder);
}
