package dev.whence.matrix.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.junit.RecordedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was seen of each failure. For one thread. */
final class Sightings {
  /** One event of a failure. */
  record Sighting(String circumstances, String key, List<String> parts, List<String> types) {
    @Override
    public String toString() {
      return circumstances + ": " + parts;
    }
  }

  private final Map<String, List<Sighting>> byBug = new TreeMap<>();
  private final Set<String> tried = new TreeSet<>();
  private int stacks;

  /** Remembers that {@code bug} is about to be seen. */
  void expect(String bug) {
    tried.add(bug);
  }

  Set<String> expected() {
    return tried;
  }

  void add(String bug, String circumstances, RecordedEvent event) {
    JsonNode group = event.json().at("/contexts/whence/group");
    List<String> parts = new ArrayList<>();
    group.path("parts").forEach(part -> parts.add(part.asText()));
    for (JsonNode exception : event.json().at("/exception/values")) {
      stacks += exception.has("stacktrace") ? 1 : 0;
    }
    byBug
        .computeIfAbsent(bug, any -> new ArrayList<>())
        .add(
            new Sighting(circumstances, group.path("key").asText(), parts, event.exceptionTypes()));
  }

  Map<String, List<Sighting>> byBug() {
    return byBug;
  }

  int stacks() {
    return stacks;
  }

  /** Returns the failures that have more than one key, with what was seen of them. */
  Map<String, List<Sighting>> split() {
    Map<String, List<Sighting>> split = new LinkedHashMap<>(byBug);
    split
        .values()
        .removeIf(sightings -> sightings.stream().map(Sighting::key).distinct().count() == 1);
    return split;
  }

  /** Returns the keys that several failures have, with these. */
  Map<String, List<String>> merged() {
    Map<String, List<String>> bugsByKey = new TreeMap<>();
    byBug.forEach((bug, sightings) -> sightings.stream()
        .map(Sighting::key)
        .distinct()
        .forEach(key -> bugsByKey.computeIfAbsent(key, any -> new ArrayList<>()).add(bug)));
    bugsByKey.values().removeIf(bugs -> bugs.size() == 1);
    return bugsByKey;
  }
}
