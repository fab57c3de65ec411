package dev.whence.ingest.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one payload. For one thread. */
final class Complaints {
  private static final int MAX_QUOTED = 100;

  private final List<String> list = new ArrayList<>();

  /** Adds {@code claim} with the value that breaks it, unless it {@code holds}. */
  void unless(boolean holds, String claim, JsonNode value) {
    if (!holds) {
      list.add(claim + ", was " + quoted(value));
    }
  }

  void unless(boolean holds, String claim) {
    if (!holds) {
      list.add(claim);
    }
  }

  List<String> list() {
    return list;
  }

  private static String quoted(JsonNode value) {
    String text = value.isMissingNode() ? "missing" : value.toString();
    return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "...";
  }
}
