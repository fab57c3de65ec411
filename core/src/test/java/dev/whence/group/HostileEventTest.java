package dev.whence.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.assemble.Assembled;
import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import dev.whence.event.Frame;
import dev.whence.event.Mechanism;
import dev.whence.event.ThrownException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileEventTest {
  private static final int MILLION = 1_000_000;

  private final AtomicLong scrubbed = new AtomicLong();
  private final Grouping grouping = new Grouping(text -> {
    scrubbed.addAndGet(text.length());
    return text;
  });

  private static ErrorEvent event(ThrownException... exceptions) {
    return ErrorEvent.builder(new EventId(0, 1), Instant.EPOCH)
        .exceptions(List.of(exceptions))
        .build();
  }

  private static ThrownException exception(
      int id,
      int parent,
      String type,
      String message,
      List<Frame> frames,
      Map<String, Object> data) {
    return new ThrownException(
        type, "shop", message, frames, new Mechanism("chained", true, id, parent, data));
  }

  private static Frame frame(String module, String function) {
    return new Frame(module, function, null, 1, false, true);
  }

  static Stream<ErrorEvent> hostile() {
    String million = "x".repeat(MILLION);
    return Stream.of(
        event(exception(0, -1, million, million, List.of(), Map.of())),
        event(exception(0, -1, "E", "[".repeat(MILLION), List.of(), Map.of())),
        event(exception(0, -1, "E", "'".repeat(MILLION), List.of(), Map.of())),
        event(exception(0, -1, "E", " \"'`[{".repeat(MILLION / 6), List.of(), Map.of())),
        event(exception(0, -1, "E", "=".repeat(MILLION), List.of(), Map.of())),
        event(exception(0, -1, "E", "\n".repeat(MILLION), List.of(), Map.of())),
        event(exception(0, -1, "E", "1 ".repeat(MILLION / 2), List.of(), Map.of())),
        event(exception(0, -1, "E", "\ud83d".repeat(MILLION), List.of(), Map.of())),
        event(exception(0, -1, "E", "a@".repeat(MILLION / 2), List.of(), Map.of())),
        event(exception(0, -1, "", "", List.of(frame("", "")), Map.of())),
        event(exception(0, -1, "E", "m", List.of(frame("$", "$"), frame("/", "_")), Map.of())),
        event(exception(0, -1, "E", "m", List.of(frame("$".repeat(MILLION), million)), Map.of())),
        event(exception(
            0, -1, "E", "m", List.of(frame("$1".repeat(MILLION), "$1".repeat(MILLION))), Map.of())),
        event(
            exception(0, -1, "E", "m", Collections.nCopies(MILLION, frame("a.B", "c")), Map.of())),
        event(exception(0, 0, "E", "m", List.of(), Map.of())),
        event(
            exception(0, 1, "E", "m", List.of(), Map.of()),
            exception(1, 0, "E", "m", List.of(), Map.of())),
        event(
            exception(7, 7, "E", "m", List.of(), Map.of()),
            exception(7, 7, "E", "m", List.of(), Map.of())),
        event(
            exception(0, -1, "E", "m", List.of(), Map.of("frames_in_common", 5)),
            exception(1, 0, "E", "m", List.of(), Map.of("frames_in_common", Integer.MAX_VALUE)),
            exception(2, 1, "E", "m", List.of(), Map.of("frames_in_common", -3)),
            exception(3, 2, "E", "m", List.of(), Map.of("frames_in_common", "many")),
            exception(
                4, 3, "E", "m", List.of(), Map.of("sql_state", million, "http_status", List.of()))),
        event(javas(
            "java.lang",
            "StackOverflowError",
            "m",
            Map.of("recursion", List.of(1, "", ".", million)))),
        event(javas(
            "java.lang",
            "StackOverflowError",
            "m",
            Map.of("recursion", Collections.nCopies(MILLION, "a.b")))),
        event(javas("java.lang", "NoClassDefFoundError", "/".repeat(MILLION), Map.of())),
        event(javas("java.lang", "NoClassDefFoundError", " ".repeat(MILLION), Map.of())),
        event(javas("java.lang", "ExceptionInInitializerError", "Exception ", Map.of())),
        event(
            javas("java.lang", "ExceptionInInitializerError", "Exception : [in thread ", Map.of())),
        event(javas(
            "java.lang",
            "NullPointerException",
            "Cannot invoke \"" + "<local1".repeat(MILLION / 7),
            Map.of())),
        event(javas(
            "java.lang",
            "ClassCastException",
            "class " + " cannot be cast to (".repeat(MILLION / 20),
            Map.of())),
        event(exception(0, -1, "E", "m", List.of(), Map.of())).toBuilder()
            .fingerprint(Collections.nCopies(MILLION, "x"))
            .build(),
        event(exception(0, -1, "E", "m", List.of(), Map.of())).toBuilder()
            .transaction(million)
            .build(),
        event().toBuilder().message("0 ".repeat(MILLION)).build(),
        event());
  }

  private static ThrownException javas(
      String module, String type, String message, Map<String, Object> data) {
    return new ThrownException(
        type, module, message, List.of(), new Mechanism("capture", true, 0, -1, data));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whateverAnEventHoldsItGetsASmallKeyForLittleWork(ErrorEvent event) {
    GroupKey key = grouping.keyOf(event, "x".repeat(MILLION));

    assertThat(key.key()).matches("[0-9a-f]{32}");
    assertThat(key.parts()).noneMatch(part -> part.startsWith("without key"));
    assertThat(key.parts().stream().mapToInt(String::length).sum()).isLessThan(20_000);
    assertThat(scrubbed.get()).isLessThan(20_000);
    assertThat(grouping.keyOf(event, "x".repeat(MILLION))).isEqualTo(key);
  }

  @Test
  void aScrubberThatFailsLeavesAKeyOfItsOwn() {
    Grouping failing = new Grouping(text -> {
      throw new IllegalStateException("no");
    });

    assertThat(failing.keyOf(Assembled.event(new Error("x"), "none."), null).parts())
        .containsExactly("without key: java.lang.IllegalStateException");
  }

  @Test
  void aChainOfAnyLengthAndShapeHasAKey() {
    List<Throwable> seen = new ArrayList<>();
    Throwable thrown = new Error("0");
    for (int i = 1; i < 10_000; i++) {
      thrown = new Error("no " + i, thrown);
      seen.add(thrown);
    }
    Exception one = new Exception("one");
    Exception two = new Exception("two", one);
    one.initCause(two);

    assertThat(grouping.keyOf(Assembled.event(seen.get(9_000)), null))
        .isEqualTo(grouping.keyOf(Assembled.event(seen.get(5_000)), null));
    assertThat(grouping.keyOf(Assembled.event(one), null).parts()).isNotEmpty();
  }
}
