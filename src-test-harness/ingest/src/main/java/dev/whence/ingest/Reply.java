package dev.whence.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.whence.ingest.http.Refusal;
import dev.whence.ingest.http.Response;
import java.util.ArrayList;
import java.util.List;

/** The answer to one request, with its body. */
record Reply(Answer answer, String json) {
  static Reply accepting(Answer answer, String eventId) {
    return new Reply(answer, eventId.isEmpty() ? "{}" : object("id", eventId));
  }

  static Reply refusing(Refusal refusal) {
    return new Reply(
        Answer.status(refusal.status()), object("detail", String.valueOf(refusal.getMessage())));
  }

  Response response(boolean isLast) {
    List<String> headerLines = new ArrayList<>(answer.headerLines());
    if (isLast) {
      headerLines.add("Connection: close");
    }
    return new Response(
        answer.status(), headerLines, json + " ".repeat(answer.wire().padding()));
  }

  private static String object(String key, String value) {
    return JsonNodeFactory.instance.objectNode().put(key, value).toString();
  }
}
