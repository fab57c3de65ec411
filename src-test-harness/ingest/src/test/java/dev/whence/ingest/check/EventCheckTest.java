package dev.whence.ingest.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCheckTest {
  private static final String REQUIRED = """
      {"event_id": "0123456789abcdef0123456789abcdef", "timestamp": 1700000000.5, "platform": "java"}
      """;
  private static final String COMPLETE = """
      {"event_id": "0123456789abcdef0123456789abcdef", "timestamp": "2024-01-01T10:00:00.123456789Z",
       "platform": "java", "level": "error", "logger": "shop", "server_name": "a", "release": "1",
       "environment": "test", "transaction": "GET /x", "message": {"formatted": "m", "params": ["p"]},
       "sdk": {"name": "whence", "version": "1"}, "fingerprint": ["{{ default }}"], "extra": {"a": [1]},
       "contexts": {"trace": {"trace_id": "0123456789abcdef0123456789abcdef", "span_id": "0123456789abcdef"},
                    "runtime": {"name": "OpenJDK", "version": "17"}, "MDC": {"k": "v"}},
       "exception": {"values": [
         {"type": "Cause", "module": "a", "value": "v", "mechanism":
           {"type": "chained", "handled": true, "exception_id": 1, "parent_id": 0}},
         {"type": "Outer", "stacktrace": {"frames": [
           {"module": "a.B", "function": "f", "filename": "B.java", "lineno": 3, "in_app": true}]},
          "mechanism": {"type": "servlet", "handled": false, "exception_id": 0}}]},
       "breadcrumbs": [{"timestamp": 1, "message": "m", "level": "info"}, {"timestamp": "2024-01-01T00:00:00Z"}],
       "tags": {"k": "v"}, "user": {"id": "7", "ip_address": "127.0.0.1"},
       "request": {"url": "http://a/b", "query_string": "c=d", "method": "GET", "headers": {"Host": "a"}}}
      """;

  @ParameterizedTest
  @ValueSource(strings = {REQUIRED, COMPLETE})
  void acceptsGoodEvent(String event) throws IOException {
    assertThat(complaints(event)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"event_id", "timestamp", "platform"})
  void complainsOfMissing(String key) throws IOException {
    ObjectNode event = object(REQUIRED);
    event.remove(key);

    assertThat(EventCheck.complaints(event))
        .singleElement()
        .asString()
        .startsWith(key + " must be");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"event_id\": \"0123456789ABCDEF0123456789abcdef\" | event_id must be 32 lower-case hex",
        "\"event_id\": \"01234567-89ab-cdef-0123-456789abcdef\" | event_id must be 32 lower-case hex",
        "\"timestamp\": 1700000000000 | timestamp must be",
        "\"timestamp\": \"yesterday\" | timestamp must be",
        "\"timestamp\": \"2024-01-01T10:00:00\" | timestamp must be",
        "\"platform\": \"python\" | platform must be",
        "\"level\": \"warn\" | level must be",
        "\"colour\": 1 | schema: event: property 'colour' is not defined",
        "\"logentry\": {\"formatted\": \"a\"}, \"message\": {\"formatted\": \"b\"} | message and logentry",
        "\"modules\": {\"a\": 1} | schema: event/modules/a: integer found",
        "\"sdk\": {\"name\": \"whence\"} | schema: event/sdk: required property 'version' not found",
        "\"request\": {\"url\": \"http://a/b?c=d\"} | request.url must not have a query",
        "\"request\": {\"headers\": [[\"a\", \"b\"]]} | request.headers must be an object",
        "\"user\": {\"ip_address\": \"{{auto}}\"} | user.ip_address must be an address",
        "\"tags\": [[\"a\", \"b\"]] | tags must be an object",
        "\"tags\": {\"a\": 1} | tag \"a\" must be text",
        "\"tags\": {\"a\": null} | tag \"a\" must be text",
      })
  void complainsOfField(String field, String complaint) throws IOException {
    assertThat(complaintsWith(field)).anySatisfy(found -> assertThat(found).startsWith(complaint));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"trace_id\": \"0123\" | contexts.trace.trace_id must be 32",
        "\"trace_id\": \"00000000000000000000000000000000\" | contexts.trace.trace_id must be 32",
        "\"span_id\": \"0123456789ABCDEF\" | contexts.trace.span_id must be 16",
        "\"span_id\": \"0000000000000000\" | contexts.trace.span_id must be 16",
        "\"parent_span_id\": \"x\" | contexts.trace.parent_span_id must be 16",
      })
  void complainsOfTrace(String field, String complaint) throws IOException {
    assertThat(complaintsWith("\"contexts\": {\"trace\": {" + field + "}}"))
        .anySatisfy(found -> assertThat(found).startsWith(complaint));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"values\": 1} | breadcrumbs must be an array",
        "{\"values\": [{\"timestamp\": 2}, {\"timestamp\": 1}]} | breadcrumbs must be oldest first",
        "[{\"message\": \"m\"}] | breadcrumb timestamp must be",
        "[{\"timestamp\": 2}, {\"timestamp\": 1.9}] | breadcrumbs must be oldest first",
        "[{\"timestamp\": 2}, {\"timestamp\": \"1970-01-01T00:00:01.999Z\"}] | breadcrumbs must be oldest first",
        "[{\"timestamp\": 2, \"colour\": 1}] | schema: event/breadcrumbs/values/0: property 'colour'",
      })
  void complainsOfBreadcrumbs(String breadcrumbs, String complaint) throws IOException {
    assertThat(complaintsWith("\"breadcrumbs\": " + breadcrumbs))
        .anySatisfy(found -> assertThat(found).startsWith(complaint));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "` ` | exception.values must not be empty",
        "{\"module\": \"a\"} | exception must have a type or a value",
        "{\"type\": \"\"} | exception must have a type or a value",
        "{\"type\": \"A\", \"stacktrace\": {\"frames\": []}} | stacktrace.frames must not be empty",
        "{\"type\": \"A\", \"stacktrace\": {\"frames\": [{\"lineno\": 1}]}} | frame must have a function",
        "{\"type\": \"A\", \"mechanism\": {\"type\": \"m\", \"exception_id\": 1}} | exactly one exception",
        "{\"type\": \"A\", \"mechanism\": {\"type\": \"m\", \"parent_id\": 0}} | parent_id must be",
        "{\"type\": \"A\", \"mechanism\": {\"exception_id\": 0}} | schema: event/exception/values/0/mechanism: required",
      })
  void complainsOfException(String exception, String complaint) throws IOException {
    assertThat(complaintsWith("\"exception\": {\"values\": [" + exception + "]}"))
        .anySatisfy(found -> assertThat(found).startsWith(complaint));
  }

  @Test
  void complainsOfTwoRoots() throws IOException {
    String root = "{\"type\": \"A\", \"mechanism\": {\"type\": \"m\", \"exception_id\": 0}}";

    assertThat(complaintsWith("\"exception\": {\"values\": [" + root + "," + root + "]}"))
        .containsExactly(
            "exactly one exception must have exception_id 0, 2 have",
            "exception_id must not be given twice: [0, 0]");
  }

  @Test
  void quotesOnlyTheBeginningOfLongValue() throws IOException {
    assertThat(complaintsWith("\"platform\": \"" + "x".repeat(1_000) + "\""))
        .containsExactly("platform must be \"java\", was \"" + "x".repeat(99) + "...");
  }

  @Test
  void complainsOnceOfWhatMayAlsoBeNull() throws IOException {
    assertThat(complaintsWith("\"sdk\": {\"name\": \"whence\"}")).hasSize(1);
  }

  @Test
  void allowsTagOf200CharactersAndNoMore() throws IOException {
    assertThat(complaintsWith("\"tags\": {\"a\": \"" + "x".repeat(200) + "\"}")).isEmpty();
    assertThat(complaintsWith("\"tags\": {\"a\": \"" + "x".repeat(201) + "\"}")).hasSize(1);
  }

  private static List<String> complaintsWith(String field) throws IOException {
    ObjectNode event = object(REQUIRED);
    event.setAll(object("{" + field + "}"));
    return EventCheck.complaints(event);
  }

  private static List<String> complaints(String event) throws IOException {
    return EventCheck.complaints(object(event));
  }

  private static ObjectNode object(String json) throws IOException {
    return StrictJson.object(json.getBytes(UTF_8));
  }
}
