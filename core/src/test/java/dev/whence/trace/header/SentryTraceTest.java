package dev.whence.trace.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SentryTraceTest {
  private static final String TRACE = "4f0c1e7b9a2d3c5e8f7061524334a5b6";
  private static final String SPAN = "9c8b7a6d5e4f3021";

  @ParameterizedTest
  @CsvSource({"'',", "-1,true", "-0,false"})
  void readsTheDecisionOrThatThereIsNone(String flag, Boolean sampled) {
    SentryTrace read = SentryTrace.parse(
        "  " + TRACE.toUpperCase(java.util.Locale.ROOT) + '-' + SPAN + flag + ' ');

    assertThat(read)
        .isEqualTo(new SentryTrace(
            0x4f0c_1e7b_9a2d_3c5eL, 0x8f70_6152_4334_a5b6L, 0x9c8b_7a6d_5e4f_3021L, sampled));
    assertThat(read).hasToString(TRACE + '-' + SPAN + flag);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        TRACE,
        TRACE + '-',
        TRACE + '-' + SPAN + '-',
        TRACE + '-' + SPAN + "-2",
        TRACE + '-' + SPAN + "-true",
        TRACE + '-' + SPAN + "-1-",
        TRACE + '-' + SPAN + "01",
        TRACE + '_' + SPAN,
        TRACE + "-9c8b7a6d5e4f302",
        TRACE + "-9c8b7a6d5e4f30211",
        TRACE + "-9c8b7a6d5e4f302x-1",
        "4f0c1e7b9a2d3c5e8f7061524334a5b-" + SPAN,
        "xf0c1e7b9a2d3c5e8f7061524334a5b6-" + SPAN,
        "00000000000000000000000000000000-" + SPAN + "-1",
        TRACE + "-0000000000000000-1",
        "00-" + TRACE + '-' + SPAN + "-01",
        "\u0130f0c1e7b9a2d3c5e8f7061524334a5b6-" + SPAN
      })
  void whatIsMalformedIsNoTrace(String header) {
    assertThat(SentryTrace.parse(header)).isNull();
  }
}
