package dev.whence.report.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.Category;
import dev.whence.report.http.HttpAnswer;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {
  private final StubClock clock = new StubClock();
  private final RateLimits limits = new RateLimits(clock);

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      60:error:organization                       | 60
      60::organization                            | 60
      60:                                         | 60
      60                                          | 60
      60:transaction;error:key:quota              | 60
      60:transaction:key                          | 0
      60:anything_new:key                         | 0
      60:anything_new;error:key:quota:spans:more  | 60
      60:;:key                                    | 60
      2.5:error:key                               | 2.5
      0.0005:error:key                            | 0.001
      0:error:key                                 | 0
      10:error:key, 20:error:key, 5:error:key     | 20
      10:error:key,50:transaction:key             | 10
      10::key,50:error:key                        | 50
      '  7 : error ; session : key '              | 7
      ' , 7:error:key, '                          | 7
      soon:error:key                              | 60
      -5:error:key                                | 60
      999999999999:error:key                      | 86400
      ' '                                         | 0
      """)
  void readsTheLimitsOfAnyAnswer(String header, double seconds) {
    limits.read(answer(200, Map.of("x-sentry-rate-limits", header)), Category.ERROR);

    assertThat(waitMillis()).isEqualTo(Math.round(seconds * 1000));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      429 |                      |                               | 60
      429 |                      | 7                             | 7
      429 |                      | 1.5                           | 1.5
      429 |                      | 0                             | 60
      429 |                      | later                         | 60
      429 |                      | Sun, 1 Mar 2026 12:00:30 GMT  | 29.5
      429 |                      | Sun, 1 Mar 2026 11:00:00 GMT  | 60
      429 | 10:error:key         | 7                             | 10
      429 | 10:transaction:key   | 7                             | 7
      429 | 10:transaction:key   |                               | 60
      200 |                      | 7                             | 0
      503 |                      | 7                             | 0
      503 | 10:error:key         | 7                             | 10
      """)
  void takesRetryAfterOnlyWhereTooManyCameAndNoLimitSaysMore(
      int status, @Nullable String header, @Nullable String retryAfter, double seconds) {
    Map<String, String> headers = new java.util.HashMap<>();
    if (header != null) {
      headers.put("x-sentry-rate-limits", header);
    }
    if (retryAfter != null) {
      headers.put("retry-after", retryAfter);
    }

    limits.read(answer(status, headers), Category.ERROR);

    assertThat(waitMillis()).isEqualTo(Math.round(seconds * 1000));
  }

  @Test
  void keepsTheLongestOfSeveralAnswersAndLetsItEnd() {
    limits.read(answer(200, Map.of("x-sentry-rate-limits", "60:error:key")), Category.ERROR);
    limits.read(answer(200, Map.of("x-sentry-rate-limits", "5:error:key")), Category.ERROR);

    clock.advance(Duration.ofSeconds(59));
    assertThat(waitMillis()).isEqualTo(1000);
    clock.advance(Duration.ofSeconds(1));
    assertThat(waitMillis()).isZero();
  }

  private long waitMillis() {
    return limits.waitFor(Category.ERROR).toMillis();
  }

  private static HttpAnswer answer(int status, Map<String, String> headers) {
    return new HttpAnswer(status, headers, true);
  }
}
