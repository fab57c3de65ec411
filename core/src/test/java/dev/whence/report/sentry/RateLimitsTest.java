package dev.whence.report.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.Category;
import dev.whence.report.http.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitsTest {
  private final StubClock clock = new StubClock();
  private final RateLimits limits = new RateLimits(clock);

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      # the fields: seconds, categories, scope, reason, namespaces
      60:error:organization                       | 60
      60:error:organization:quota                 | 60
      60:error:organization:quota:                | 60
      60:error:project:quota:custom;spans         | 60
      60:error:key:quota:spans:more:and:more      | 60
      60:error:anything_new:any reason at all     | 60
      # categories
      60::organization                            | 60
      60:                                         | 60
      60                                          | 60
      60:;:key                                    | 60
      60:transaction;error:key:quota              | 60
      60:error;error;;error:key                   | 60
      60:transaction:key                          | 0
      60:transaction;session;attachment:key       | 0
      60:anything_new:key                         | 0
      60:anything_new;error:key                   | 60
      60:default:key                              | 0
      60:Error:key                                | 0
      60:errors:key                               | 0
      # seconds
      2.5:error:key                               | 2.5
      7.:error:key                                | 7
      .5:error:key                                | 0.5
      0.0005:error:key                            | 0.001
      1.000000000000001:error:key                 | 1.001
      007:error:key                               | 7
      0:error:key                                 | 0
      0.0:error:key                               | 0
      86400:error:key                             | 86400
      86401:error:key                             | 86400
      999999999999:error:key                      | 86400
      99999999999999999999999999:error:key        | 86400
      # what is no number, where a limit is meant all the same
      soon:error:key                              | 60
      -5:error:key                                | 60
      +5:error:key                                | 60
      5s:error:key                                | 60
      1e3:error:key                               | 60
      NaN:error:key                               | 60
      5 5:error:key                               | 60
      .:error:key                                 | 60
      :error:key                                  | 60
      :                                           | 60
      soon:transaction:key                        | 0
      # several, also from several headers, which arrive joined
      10:error:key, 20:error:key, 5:error:key     | 20
      20:error:key,10::key                        | 20
      10::key,20:error:key                        | 20
      10:error:key,50:transaction:key             | 10
      50:transaction:key,10:error:key             | 10
      50:anything_new:key, 10:error:key           | 10
      soon:error:key, 90:error:key                | 90
      # blanks
      '  7 : error ; session : key '              | 7
      '	7	:	error	'                           | 7
      ' , 7:error:key, '                          | 7
      ' '                                         | 0
      ''                                          | 0
      ,,,                                         | 0
      """)
  void readsTheLimitsOfAnyAnswer(String header, double seconds) {
    limits.read(answer(200, header, "5"));

    assertThat(waitMillis()).isEqualTo(Math.round(seconds * 1000));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      429 |                    |      | 60
      429 |                    | 7    | 7
      429 |                    | 0    | 60
      429 |                    | soon | 60
      429 | 10:error:key       | 7    | 10
      429 | 10:error:key       | 90   | 10
      429 | 10::key            | 7    | 10
      429 | 10:transaction:key | 7    | 60
      429 | 10:anything_new    |      | 60
      429 | 0:error:key        | 7    | 60
      429 | ''                 | 7    | 60
      200 |                    | 7    | 0
      400 |                    | 7    | 0
      503 |                    | 7    | 0
      503 | 10:error:key       | 7    | 10
      413 | 10:error:key       |      | 10
      """)
  void takesRetryAfterOnlyFor429WithoutLimits(
      int status, @Nullable String header, @Nullable String retryAfter, double seconds) {
    limits.read(answer(status, header, retryAfter));
    if (status == 429) {
      assertThat(limits.refused(Category.ERROR).toMillis()).isEqualTo(waitMillis());
    }

    assertThat(waitMillis()).isEqualTo(Math.round(seconds * 1000));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      7                               | 7
      1.5                             | 1.5
      ' 7 '                           | 7
      0                               |
      -7                              |
      7 s                             |
      7, 9                            |
      99999999999999999999            | 86400
      Sun, 01 Mar 2026 12:00:30 GMT   | 29.5
      Sunday, 01-Mar-26 12:00:30 GMT  | 29.5
      Sun Mar  1 12:00:30 2026        | 29.5
      Sun, 01 Mar 2026 12:00:00 GMT   |
      Sun, 01 Mar 2026 11:00:00 GMT   |
      Thu, 01 Jan 1970 00:00:00 GMT   |
      Mon, 01 Mar 2077 12:00:00 GMT   | 86400
      Sun, 31 Feb 2026 12:00:30 GMT   |
      tomorrow                        |
      ''                              |
      """)
  void readsSecondsAndDates(String retryAfter, @Nullable Double seconds) {
    assertThat(limits.retryAfter(answer(503, null, retryAfter)))
        .isEqualTo(
            Optional.ofNullable(seconds).map(value -> Duration.ofMillis(Math.round(value * 1000))));
  }

  @Test
  void aDateIsComparedWithThatOfTheAnswer() {
    HttpAnswer answer = new HttpAnswer(
        503,
        Map.of(
            "retry-after", "Sun, 01 Mar 2026 09:00:40 GMT",
            "date", "Sun, 01 Mar 2026 09:00:00 GMT"),
        true);

    assertThat(limits.retryAfter(answer)).contains(Duration.ofSeconds(40));
  }

  @Test
  void keepsTheLongestOfSeveralAnswersAndLetsItEnd() {
    limits.read(answer(200, "60:error:key", null));
    limits.read(answer(200, "5:error:key", null));
    limits.read(answer(200, "0:error:key", null));
    limits.read(answer(200, null, null));

    clock.advance(Duration.ofSeconds(59));
    assertThat(waitMillis()).isEqualTo(1000);
    clock.advance(Duration.ofSeconds(1));
    assertThat(waitMillis()).isZero();
    limits.read(answer(200, "5:error:key", null));
    assertThat(waitMillis()).isEqualTo(5000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-03-01T11:00:00Z", "2100-01-01T00:00:00Z"})
  void aClockThatIsSetNeitherEndsNorLengthensALimit(Instant date) {
    limits.read(answer(200, "60:error:key", null));

    clock.set(date);
    assertThat(waitMillis()).isEqualTo(60_000);
    clock.advance(Duration.ofSeconds(60));
    assertThat(waitMillis()).isZero();
  }

  private long waitMillis() {
    return limits.waitFor(Category.ERROR).toMillis();
  }

  private static HttpAnswer answer(
      int status, @Nullable String limits, @Nullable String retryAfter) {
    Map<String, String> headers = new HashMap<>();
    if (limits != null) {
      headers.put("x-sentry-rate-limits", limits);
    }
    if (retryAfter != null) {
      headers.put("retry-after", retryAfter);
    }
    return new HttpAnswer(status, headers, true);
  }
}
