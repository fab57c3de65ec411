package dev.whence.ingest.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientReportCheckTest {
  private static final String GOOD = "{'timestamp':'2026-03-01T12:00:00Z','discarded_events':["
      + "{'reason':'queue_overflow','category':'error','quantity':23},"
      + "{'reason':'queue_overflow','category':'transaction','quantity':1}]}";

  private static List<String> complaints(String report) throws IOException {
    return ClientReportCheck.complaints(
        StrictJson.object(report.replace('\'', '"').getBytes(UTF_8)));
  }

  @Test
  void acceptsGoodReport() throws IOException {
    assertThat(complaints(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      2026-03-01T12 | yesterday  | client report timestamp must be RFC 3339
      'timestamp'   | 'time'     | client report must have only
      :23           | :0         | quantity must be a whole number above zero
      :23           | :2.5       | quantity must be a whole number above zero
      :23           | :'23'      | quantity must be a whole number above zero
      queue_over    | stack_over | reason must be one of the protocol
      'error'       | 'errors'   | category must be one of the protocol
      transaction   | error      | discarded_events must have each reason and category once
      :23           | :23,'a':1  | outcome must have only
      'quantity':1  | 'a':1      | quantity must be a whole number above zero
      """)
  void complainsOfBadReport(String good, String bad, String complaint) throws IOException {
    assertThat(GOOD).contains(good);
    assertThat(complaints(GOOD.replace(good, bad))).anyMatch(found -> found.startsWith(complaint));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'timestamp':1}
      {'timestamp':1,'discarded_events':[]}
      {'timestamp':1,'discarded_events':{}}
      """)
  void complainsOfReportThatTellsNothing(String report) throws IOException {
    assertThat(complaints(report))
        .singleElement()
        .asString()
        .startsWith("discarded_events must be an array that is not empty");
  }
}
