package dev.whence.trace.header;

import org.jspecify.annotations.Nullable;

public record TraceState(String text) {
  public static final TraceState EMPTY = new TraceState("");

  public static TraceState parse(@Nullable String text) {
    return text == null ? EMPTY : new TraceState(text);
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return text;
  }
}
