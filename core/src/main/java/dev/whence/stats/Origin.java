package dev.whence.stats;

import org.jspecify.annotations.Nullable;

/** Who counted. Immutable; what is null is not known. */
public record Origin(
    @Nullable String release,
    @Nullable String environment,
    @Nullable String serverName) {
  /** Nobody in particular. */
  public static final Origin UNKNOWN = new Origin(null, null, null);
}
