package dev.whence.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.RandomIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  private final RandomIds ids = new RandomIds();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-" + TRACE + "-" + PARENT + "-01",
        " 00-" + TRACE + "-" + PARENT + "-01 ",
        "01-" + TRACE + "-" + PARENT + "-01",
        "cc-" + TRACE + "-" + PARENT + "-01-what-comes-later",
      })
  void continuesATrace(String traceparent) {
    TraceContext context = TraceContext.continuing(traceparent, ids);

    assertThat(context.traceId()).isEqualTo(TRACE);
    assertThat(context.parentSpanId()).isEqualTo(PARENT);
    assertThat(context.header()).matches("00-" + TRACE + "-[0-9a-f]{16}-01").doesNotContain(PARENT);
    assertThat(context.toContext()).containsEntry("parent_span_id", PARENT);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "00-" + TRACE + "-" + PARENT,
        "00-" + TRACE + "-" + PARENT + "-01-more",
        "ff-" + TRACE + "-" + PARENT + "-01",
        "00-00000000000000000000000000000000-" + PARENT + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + PARENT + "-01",
        "00-" + TRACE + "-" + PARENT + "-1",
        "0-" + TRACE + "-" + PARENT + "-01",
        "zz-" + TRACE + "-" + PARENT + "-01",
        "garbage",
      })
  void beginsATraceWhereNoneCameThatCouldBeRead(String traceparent) {
    TraceContext context = TraceContext.continuing(traceparent, ids);

    assertThat(context.traceId()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
    assertThat(context.parentSpanId()).isNull();
    assertThat(context.header()).endsWith("-00");
    assertThat(context.toContext()).containsOnlyKeys("trace_id", "span_id");
  }

  @ParameterizedTest
  @CsvSource({"00, 00", "01, 01", "02, 00", "03, 01", "ff, 01"})
  void handsOnWhetherTheCallerSamplesAndNoOtherFlag(String came, String sent) {
    TraceContext context = TraceContext.continuing("00-" + TRACE + "-" + PARENT + "-" + came, ids);

    assertThat(context.header()).endsWith("-" + sent);
  }

  @Test
  void eachRequestHasASpanOfItsOwn() {
    String first = TraceContext.continuing(null, ids).spanId();
    String second = TraceContext.continuing(null, ids).spanId();

    assertThat(first).matches("[0-9a-f]{16}").isNotEqualTo(second);
  }
}
