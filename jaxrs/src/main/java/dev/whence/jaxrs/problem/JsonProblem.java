package dev.whence.jaxrs.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes a problem as JSON (RFC 9457, 3). */
final class JsonProblem {
  private static final JsonFactory JSON =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();

  private JsonProblem() {}

  static byte[] write(Problem problem) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      write(json, problem);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the stream is an array
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Problem problem) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, String> member : problem.members().entrySet()) {
      if (member.getKey().equals(Problem.STATUS)) {
        json.writeNumberField(Problem.STATUS, problem.status());
      } else {
        json.writeStringField(member.getKey(), member.getValue());
      }
    }
    if (!problem.violations().isEmpty()) {
      json.writeArrayFieldStart("errors");
      for (Violation violation : problem.violations()) {
        write(json, violation);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Violation violation) throws IOException {
    json.writeStartObject();
    if (!violation.field().isEmpty()) {
      json.writeStringField("field", violation.field());
    }
    json.writeStringField("message", violation.message());
    json.writeEndObject();
  }
}
