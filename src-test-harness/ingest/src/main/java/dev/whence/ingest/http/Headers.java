package dev.whence.ingest.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The header fields of one request; names are compared without regard to case. Immutable. */
public final class Headers {
  private final Map<String, List<String>> values;

  private Headers(Map<String, List<String>> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** Returns the value, or all of them joined by a comma if the field was sent more than once. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).map(all -> String.join(", ", all));
  }

  public Map<String, List<String>> asMap() {
    return values;
  }

  /** Collects fields in the order they arrive. */
  static final class Builder {
    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int count;

    Builder add(String name, String value) {
      values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
      count++;
      return this;
    }

    int count() {
      return count;
    }

    Headers build() {
      values.replaceAll((name, all) -> List.copyOf(all));
      return new Headers(values);
    }
  }
}
