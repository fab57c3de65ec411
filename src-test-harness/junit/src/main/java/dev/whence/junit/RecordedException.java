package dev.whence.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One exception of an event.
 *
 * @param type the name of its class
 * @param message its own, scrubbed; empty if it has none
 * @param isHandled false if nobody in the application caught it
 * @param link how it belongs to its parent: {@code chained} for a cause, {@code suppressed}; for
 *     what was thrown, who saw it
 * @param id its number within the event
 * @param parentId the number of the one that carries it; -1 for what was thrown
 * @param functions where it was made, as {@code class.method}, the innermost call first
 */
public record RecordedException(
    String type,
    String message,
    boolean isHandled,
    String link,
    int id,
    int parentId,
    List<String> functions) {
  public RecordedException {
    functions = List.copyOf(functions);
  }

  static RecordedException of(JsonNode value) {
    String module = value.path("module").asText();
    String type = value.path("type").asText();
    JsonNode mechanism = value.path("mechanism");
    return new RecordedException(
        module.isEmpty() ? type : module + '.' + type,
        value.path("value").asText(),
        mechanism.path("handled").asBoolean(),
        mechanism.path("type").asText(),
        mechanism.path("exception_id").asInt(),
        mechanism.path("parent_id").asInt(-1),
        functions(value.at("/stacktrace/frames")));
  }

  private static List<String> functions(JsonNode frames) {
    List<String> functions = new ArrayList<>();
    for (JsonNode frame : frames) {
      functions.add(frame.path("module").asText() + '.' + frame.path("function").asText());
    }
    Collections.reverse(functions);
    return functions;
  }
}
