package dev.whence.stats;

import org.jspecify.annotations.Nullable;

/** Who counted. Immutable; what is null is not known. */
public record CountedBy(
    @Nullable String release,
    @Nullable String environment,
    @Nullable String serverName) {
  /** Nobody in particular. */
  public static final CountedBy UNKNOWN = new CountedBy(null, null, null);
}
