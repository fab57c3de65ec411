package dev.whence.report;

import static dev.whence.report.Records.batch;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogReporterTest {
  private static final String ID = "0123456789abcdef0123456789abcdef";

  private final LogReporter reporter = new LogReporter();

  @Test
  void tellsRouteStatusFailureAndItsCauses() throws IOException {
    String text = summary("""
        {"level":"error","transaction":"GET /orders/{id}",
         "contexts":{"response":{"status_code":500}},
         "tags":{"request_id":"r-7","service":"shop"},"user":{"id":"8fa1"},
         "exception":{"values":[
          {"type":"SQLException","value":"gone","mechanism":{"type":"chained"},"stacktrace":{"frames":[
           {"module":"org.db.Driver","function":"send","filename":"Driver.java","lineno":7}]}},
          {"type":"IOException","mechanism":{"type":"suppressed"}},
          {"type":"IllegalStateException","value":"no {0}","mechanism":{"type":"servlet"},
           "stacktrace":{"frames":[
            {"module":"org.jetty.Server","function":"handle","filename":"Server.java","lineno":1},
            {"module":"com.shop.Orders","function":"load","filename":"Orders.java","lineno":42,
             "in_app":true},
            {"module":"java.util.Objects","function":"check","filename":"Objects.java","lineno":9,
             "in_app":false}]}}]}}
        """);

    assertThat(text).isEqualTo("""
        ERROR GET /orders/{id} 500 IllegalStateException: no {0} (at com.shop.Orders.load,\
         Orders.java:42) [event 0123456789abcdef0123456789abcdef, request r-7, user 8fa1]
         suppressed IOException
         caused by SQLException: gone (at org.db.Driver.send, Driver.java:7)""");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      {}                                                        | ERROR
      {"level":"warning","message":"low"}                       | WARNING low
      {"level":"info","message":{"message":"a"}}                | INFO a
      {"level":"info","message":{"message":"a","formatted":"b"}} | INFO b
      {"level":"fatal","message":"down","transaction":"GET /"}  | FATAL GET / down
      {"level":"strange","message":null,"user":null}            | ERROR
      {"message":"a\\nERROR b\\u0007\\u2028c\\u202e"}           | ERROR a?ERROR b??c?
      {"transaction":"a\\r\\nb"}                                | ERROR a??b
      {"exception":{"values":[]}}                               | ERROR
      {"exception":{"values":[{}]}}                             | ERROR exception
      {"exception":{"values":[{"type":"A"}]}}                   | ERROR A
      {"exception":{"values":[{"type":"A","value":"b"}]}}       | ERROR A: b
      {"exception":{"values":[{"type":"A","stacktrace":{"frames":[{"module":"m","function":"f"}]}}]}} | ERROR A (at m.f)
      {"exception":{"values":[{"type":"A","stacktrace":{"frames":[{"module":"m","function":"f","filename":"F.java"}]}}]}} | ERROR A (at m.f, F.java)
      {"exception":{"values":[{"type":"A","stacktrace":{"frames":[{"function":"f"},{"function":"g"}]}}]}} | ERROR A (at g)
      {"exception":[1],"message":[2],"tags":"x","contexts":7}   | ERROR
      """)
  void makesDoWithWhatAnEventHas(String json, String text) throws IOException {
    assertThat(summary(json)).isEqualTo(text + " [event " + ID + ']');
  }

  @Test
  void cutsLongMessages() throws IOException {
    assertThat(summary("{\"message\":\"" + "x".repeat(600) + "\"}"))
        .isEqualTo("ERROR " + "x".repeat(500) + "... [event " + ID + ']');
  }

  @ParameterizedTest
  @CsvSource({"debug,FINE", "info,INFO", "warning,WARNING", "error,SEVERE", "fatal,SEVERE"})
  void logsAtTheLevelOfTheEvent(String level, String loggedAs) {
    try (LogLines log = LogLines.of("dev.whence.events")) {
      Outcome outcome =
          reporter.report(batch("{\"level\":\"" + level + "\",\"message\":\"{0} it's\"}"));

      assertThat(outcome).isEqualTo(Outcome.accepted(1));
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith(loggedAs + ' ')
          .contains("{0} it's");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      {"message":
      {"message"}
      [1
      nonsense
      ~~
      """)
  void rejectsWhatIsNoJson(String json) {
    try (LogLines log = LogLines.of("dev.whence.events")) {
      assertThat(reporter.report(batch("{}", json, "{}")))
          .isEqualTo(Outcome.accepted(1).rejected("unreadable"));
      assertThat(log.lines()).hasSize(1);
    }
  }

  private static String summary(String json) throws IOException {
    return EventSummary.of(Records.record(json)).text();
  }
}
