package dev.whence.report.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDatesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Fri, 09 Oct 2026 08:49:37 GMT       | 2026-10-09T08:49:37Z
      Fri, 9 Oct 2026 08:49:37 GMT        | 2026-10-09T08:49:37Z
      Mon, 09 Oct 2026 08:49:37 GMT       | 2026-10-09T08:49:37Z
      Fri, 09 Oct 2026 08:49:37 UTC       | 2026-10-09T08:49:37Z
      Thu, 31 Dec 2026 23:59:60 GMT       | 2027-01-01T00:00:00Z
      Thu, 29 Feb 2024 00:00:00 GMT       | 2024-02-29T00:00:00Z
      Friday, 09-Oct-26 08:49:37 GMT      | 2026-10-09T08:49:37Z
      Sunday, 06-Nov-94 08:49:37 GMT      | 1994-11-06T08:49:37Z
      Sunday, 01-Mar-76 12:00:00 GMT      | 2076-03-01T12:00:00Z
      Monday, 01-Mar-76 12:00:01 GMT      | 1976-03-01T12:00:01Z
      Friday, 31-Dec-99 23:59:59 GMT      | 1999-12-31T23:59:59Z
      Fri Oct  9 08:49:37 2026            | 2026-10-09T08:49:37Z
      Thu Dec 31 08:49:37 2026            | 2026-12-31T08:49:37Z
      '  Fri, 09 Oct 2026 08:49:37 GMT '  | 2026-10-09T08:49:37Z
      """)
  void readsEveryFormOfTheStandard(String text, Instant date) {
    assertThat(HttpDates.parse(text, NOW)).contains(date);
  }

  @Test
  void aYearOfTwoDigitsMayBelongToTheNextCentury() {
    Instant late = Instant.parse("2099-12-31T23:00:00Z");

    assertThat(HttpDates.parse("Friday, 01-Jan-00 00:00:00 GMT", late))
        .contains(Instant.parse("2100-01-01T00:00:00Z"));
    assertThat(HttpDates.parse("Thursday, 31-Dec-99 23:30:00 GMT", late))
        .contains(Instant.parse("2099-12-31T23:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Fri, 09 Oct 2026 08:49:37",
        "Fri, 09 Oct 2026 08:49:37 CET",
        "Fri, 09 Oct 2026 08:49:37 +0200",
        "Fri, 09 Foo 2026 08:49:37 GMT",
        "Sun, 31 Feb 2026 08:49:37 GMT",
        "Sun, 29 Feb 2026 08:49:37 GMT",
        "Fri, 00 Oct 2026 08:49:37 GMT",
        "Fri, 09 Oct 2026 24:00:00 GMT",
        "Fri, 09 Oct 2026 08:60:37 GMT",
        "Fri, 09 Oct 2026 08:49:61 GMT",
        "09 Oct 2026 08:49:37 GMT",
        "2026-10-09T08:49:37Z",
        "Fri, 09-Oct-2026 08:49:37 GMT",
        "Fri Oct    08:49:37 2026",
        "Fri Oct 9 08:49:37 2026",
        "Fri, 09 Oct 2026 08:49:37 GMT, Fri, 09 Oct 2026 08:49:37 GMT"
      })
  void whatIsNoDateIsNotThere(String text) {
    assertThat(HttpDates.parse(text, NOW)).isEmpty();
  }
}
