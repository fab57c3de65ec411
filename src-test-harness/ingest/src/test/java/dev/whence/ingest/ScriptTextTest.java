package dev.whence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTextTest {
  @Test
  void readsAnswersInTheirOrder() {
    List<Answer> answers = Answer.script("503 x3, 200,reset, hang,  garbage, 204");

    assertThat(answers)
        .extracting(Answer::kind, Answer::status)
        .startsWith(
            tuple(Answer.Kind.REPLY, 503),
            tuple(Answer.Kind.REPLY, 503),
            tuple(Answer.Kind.REPLY, 503),
            tuple(Answer.Kind.REPLY, 200),
            tuple(Answer.Kind.RESET, 0),
            tuple(Answer.Kind.HANG, 0))
        .endsWith(tuple(Answer.Kind.REPLY, 204))
        .hasSize(8);
  }

  @Test
  void readsHeadersAndTheWayOfTheAnswer() {
    Answer answer = Answer.script(
            "429 Retry-After=2 X-Sentry-Rate-Limits=60:error:key after=50ms slow=1s reading=2ms"
                + " padded=9 interim=103 half=20 early twice")
        .get(0);

    assertThat(answer.headerLines())
        .containsExactly("Retry-After: 2", "X-Sentry-Rate-Limits: 60:error:key");
    assertThat(answer.delay()).isEqualTo(Duration.ofMillis(50));
    assertThat(answer.wire())
        .isEqualTo(new Wire(
            20, false, Duration.ofSeconds(1), Duration.ofMillis(2), 103, 9, true, true, true));
    assertThat(Answer.script("200 cut=3 closing").get(0).wire().isReset()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200, 99 | answer 2 of the script, \"99\": \"99\" cannot be read; begin with a status",
        "'' | answer 1 of the script, \"\": \"\" cannot be read; begin with a status",
        "200,,200 | answer 2 of the script, \"\": \"\" cannot be read; begin with",
        "200 x0 | \"x0\" cannot be read; use x3, Name=value, after=50ms",
        "200 after=5 | \"after=5\" cannot be read; use x3",
        "200 retry-after=5 | \"retry-after=5\" cannot be read; use x3",
        "hang half=3 | \"half=3\" cannot be read; only an answer with a status",
        "reset Retry-After=3 | \"Retry-After=3\" cannot be read; a header needs an answer",
        "200 interim=200 | \"interim=200\" cannot be read; use a status from 100 to 199",
      })
  void saysWhatItCannotReadWhereAndWhatMayStandThere(String script, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Answer.script(script))
        .withMessageContaining(message.strip());
  }
}
