package dev.whence.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScrubberTest {
  private static final List<String> PIECES = List.of(
      "password",
      "token",
      "phone ",
      "call",
      "a",
      "B",
      "7",
      "4111111111111111",
      "+44 7700 900429",
      "342-555-0194",
      "(342) ",
      "anna@example.org",
      "@",
      "%40",
      "%25",
      "%2",
      "=",
      ":",
      "://",
      "\"",
      "'",
      "\\",
      "[",
      "]",
      "{",
      "}",
      "(",
      ")",
      " ",
      "\n",
      "\tat ",
      "&",
      "?",
      ",",
      ";",
      ".",
      "-",
      "+",
      "…",
      "[Filtered]",
      "[EMAIL]",
      "[PHONE]",
      "Bearer ",
      "Basic ",
      "Cookie: ",
      "null",
      "${",
      "é",
      "\uD83D",
      "\u0000",
      "api key",
      "1234567");

  private final Scrubber scrubber = Scrubber.standard();

  static Stream<String> anyText() {
    Random random = new Random(42);
    return Stream.generate(() -> IntStream.range(0, 1 + random.nextInt(14))
            .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
            .collect(Collectors.joining()))
        .limit(5_000);
  }

  @Test
  void findsNothingInWhatItHasMasked() {
    assertThat(anyText().map(scrubber::scrubText))
        .allSatisfy(once -> assertThat(scrubber.scrubText(once)).isSameAs(once));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("hostile")
  void survivesHostileText(String text) {
    assertThatCode(() -> scrubber.scrub("note", scrubber.scrubText(text)))
        .doesNotThrowAnyException();
    assertThat(scrubber.counts()).containsEntry("failed", 0L);
  }

  static Stream<String> hostile() {
    return Stream.of(
        "",
        "\u0000\u0000password=\u0000",
        "\uD83D@\uDE00.org \uDE00\uD83D",
        "{\"a\":".repeat(5_000),
        "password=" + "[".repeat(100_000),
        "\\".repeat(100_000) + "\"",
        "x".repeat(10_000_000),
        "a@".repeat(5_000_000));
  }

  @Tag("slow")
  @Test
  void masksTheSameOnManyThreads() throws Exception {
    List<String> texts = anyText().toList();
    List<String> expected = texts.stream().map(scrubber::scrubText).toList();
    Callable<List<String>> work = () -> texts.stream().map(scrubber::scrubText).toList();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<List<String>>> results = new ArrayList<>();
      for (Callable<List<String>> one : Collections.nCopies(16, work)) {
        results.add(threads.submit(one));
      }
      for (Future<List<String>> result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Tag("slow")
  @Test
  void allocatesNothingForCleanText() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    String text = "Order 17 of author=5: no stock, 42 left (see https://shop.example/o/17?page=2)";
    long id = Thread.currentThread().getId();
    repeat(text, 20_000);

    long before = threads.getThreadAllocatedBytes(id);
    repeat(text, 10_000);
    long bytes = threads.getThreadAllocatedBytes(id) - before;

    assertThat(bytes).isLessThan(10_000);
  }

  private void repeat(String text, int times) {
    for (int i = 0; i < times; i++) {
      scrubber.scrubText(text);
    }
  }

  @Test
  void countsWhatItMaskedByRule() {
    scrubber.scrubText("a@b.org, c@d.org, +44 7700 900429 and 4111111111111111");
    scrubber.scrub("password", "x");
    scrubber.scrub("password", "[Filtered]");
    scrubber.scrubText("https://u:p@host/");

    assertThat(scrubber.counts())
        .isEqualTo(Map.of(
            "key", 1L, "credential", 1L, "email", 2L, "phone", 1L, "card", 1L, "failed", 0L));
  }

  @Test
  void countsInAnEventToo() {
    ErrorEvent event =
        ErrorEvent.builder(EventId.of(1, 2), Instant.EPOCH).message("a@b.org").build();

    scrubber.scrub(event);

    assertThat(scrubber.counts()).containsEntry("email", 1L);
  }
}
