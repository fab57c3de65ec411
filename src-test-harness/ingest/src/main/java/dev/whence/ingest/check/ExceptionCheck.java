package dev.whence.ingest.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Checks {@code exception.values}: that each says something and that their ids form a tree. */
final class ExceptionCheck {
  private ExceptionCheck() {}

  static void check(JsonNode event, Complaints complaints) {
    JsonNode values = event.path("exception").path("values");
    if (values.isMissingNode()) {
      return;
    }
    complaints.unless(values.size() > 0, "exception.values must not be empty");
    for (JsonNode exception : values) {
      complaints.unless(
          hasText(exception, "type") || hasText(exception, "value"),
          "exception must have a type or a value",
          exception);
      checkFrames(exception.path("stacktrace").path("frames"), complaints);
    }
    checkIds(values, complaints);
  }

  private static void checkFrames(JsonNode frames, Complaints complaints) {
    if (frames.isMissingNode()) {
      return;
    }
    complaints.unless(frames.size() > 0, "stacktrace.frames must not be empty");
    for (JsonNode frame : frames) {
      complaints.unless(
          hasText(frame, "function") || hasText(frame, "module"),
          "frame must have a function or a module",
          frame);
    }
  }

  private static void checkIds(JsonNode values, Complaints complaints) {
    List<JsonNode> ids = mechanisms(values, "exception_id");
    List<JsonNode> parents = mechanisms(values, "parent_id");
    long roots = ids.stream().filter(id -> id.asInt(-1) == 0).count();
    complaints.unless(
        ids.isEmpty() || roots == 1,
        "exactly one exception must have exception_id 0, " + roots + " have");
    complaints.unless(
        ids.stream().distinct().count() == ids.size(),
        "exception_id must not be given twice: " + ids);
    for (JsonNode parent : parents) {
      complaints.unless(
          ids.contains(parent), "parent_id must be the exception_id of another exception", parent);
    }
  }

  private static List<JsonNode> mechanisms(JsonNode values, String key) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode exception : values) {
      JsonNode value = exception.path("mechanism").path(key);
      if (value.isNumber()) {
        found.add(value);
      }
    }
    return found;
  }

  private static boolean hasText(JsonNode node, String key) {
    return !node.path(key).asText().isEmpty();
  }
}
