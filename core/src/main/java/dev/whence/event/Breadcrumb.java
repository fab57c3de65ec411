package dev.whence.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened on the way to an event. */
public record Breadcrumb(
    Instant timestamp,
    @Nullable String category,
    @Nullable String message,
    Level level,
    Map<String, Object> data) {
  public Breadcrumb {
    data = data.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
