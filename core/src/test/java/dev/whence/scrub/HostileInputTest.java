package dev.whence.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.Body;
import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import dev.whence.event.Request;
import java.time.Instant;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody sends on purpose: the event goes out, bounded, and nothing in it leaks. */
@Tag("slow")
class HostileInputTest {
  private static final String SECRET = "demo-hunter2";
  private static final int TEN_MEGABYTES = 10 << 20;

  private final Scrubber scrubber = Scrubber.standard();

  @Test
  void endsInCycles() {
    Map<String, Object> map = new HashMap<>();
    List<Object> list = new ArrayList<>();
    list.add(map);
    map.put("list", list);
    map.put("password", SECRET);

    assertThat(shown(map)).contains("password=[Filtered]").doesNotContain(SECRET);
  }

  @Test
  void withholdsWhatThrows() {
    Map<String, Object> values = new HashMap<>();
    values.put("text", new Object() {
      @Override
      public String toString() {
        throw new IllegalStateException(SECRET);
      }
    });
    values.put("list", new AbstractList<String>() {
      @Override
      public String get(int index) {
        throw new StackOverflowError(SECRET);
      }

      @Override
      public int size() {
        return 3;
      }
    });
    values.put("map", new AbstractMap<String, String>() {
      @Override
      public Set<Entry<String, String>> entrySet() {
        throw new AssertionError(SECRET);
      }
    });
    values.put("note", "fine");

    assertThat(shown(values)).contains("fine", "[Scrub failed]").doesNotContain(SECRET);
    assertThat(scrubber.failures()).isEqualTo(3);
  }

  @Test
  void boundsTheDepthOfTrees() {
    Object deep = Map.of("password", SECRET);
    for (int i = 0; i < 5_000; i++) {
      deep = i % 2 == 0 ? Map.of("a", deep) : List.of(deep);
    }

    assertThat(shown(Map.of("deep", deep))).contains("…").doesNotContain(SECRET);
  }

  @Test
  void boundsTheSizeOfTrees() {
    Map<String, Object> many = new HashMap<>();
    IntStream.range(0, 1_000_000).forEach(i -> many.put("password" + i, SECRET));

    assertThat(shown(many)).hasSizeLessThan(1_000_000).doesNotContain(SECRET);
  }

  @Test
  void masksWhatArraysHold() {
    Map<String, Object> values = Map.of(
        "ints", new int[] {1, 2},
        "texts", new String[] {"anna@example.org"},
        "bytes", SECRET.getBytes(UTF_8),
        "chars", "token=x1y2".toCharArray(),
        "password", SECRET.toCharArray());

    assertThat(shown(values))
        .contains("[1, 2]", "[EMAIL]", "byte[12]", "token=[Filtered]", "password=[Filtered]")
        .doesNotContain(SECRET);
  }

  static Stream<String> fillings() {
    return Stream.of(
        "a@", "4111 ", "password=", "\"", "{\"a\":", "[", "%41", "\u0000", "\ud83d", "eyJ.", "é");
  }

  @ParameterizedTest
  @MethodSource("fillings")
  void cutsTenMegabytes(String filling) {
    String long10 = filling.repeat(TEN_MEGABYTES / filling.length()) + " password=" + SECRET;
    Request request = new Request(
        "GET",
        "/" + long10,
        long10,
        Map.of("X-Note", long10),
        "sid=" + long10,
        Body.whole(Body.Kind.JSON, long10),
        null);

    String shown = shown(event().message(long10).request(request).build());

    assertThat(shown).hasSizeLessThan(4 << 20).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @MethodSource("fillings")
  void goesThroughLongJsonAndText(String filling) {
    String text = filling.repeat(1_000_000 / filling.length());
    String json = "{\"note\":\"" + text.replace("\"", "").replace("{", "") + "\",\"password\":\""
        + SECRET + "\"}";

    assertThat(scrubber.scrubJson(json)).doesNotContain(SECRET);
    assertThat(scrubber.scrubJson(text)).isNotEmpty();
    assertThat(scrubber.failures()).isZero();
  }

  @Test
  void survivesAMapThatChangesWhileItIsRead() throws InterruptedException {
    Map<String, Object> changing = new HashMap<>();
    AtomicBoolean isDone = new AtomicBoolean();
    Thread changer = new Thread(() -> {
      for (int i = 0; !isDone.get(); i = (i + 1) % 5_000) {
        changing.put("password" + i, SECRET);
        changing.remove("password" + (i * 7) % 5_000);
      }
    });
    changer.start();
    try {
      for (int i = 0; i < 300; i++) {
        assertThat(shown(Map.of("changing", changing))).doesNotContain(SECRET);
      }
    } finally {
      isDone.set(true);
      changer.join();
    }
  }

  @Test
  void takesEmptyAndOddKeys() {
    Map<Object, Object> odd = new HashMap<>();
    odd.put(null, "token=x1y2");
    odd.put("", "anna@example.org");
    odd.put("p".repeat(100_000) + "password", SECRET);
    odd.put("\ud83d", 1);

    assertThat(shown(Map.of("odd", odd)))
        .contains("token=[Filtered]", "[EMAIL]")
        .doesNotContain(SECRET);
  }

  private String shown(Map<String, Object> values) {
    return shown(event().context("case", values).build());
  }

  private String shown(ErrorEvent event) {
    ErrorEvent clean = scrubber.scrub(event);
    return clean.message() + " " + clean.request() + " " + clean.contexts();
  }

  private static ErrorEvent.Builder event() {
    return ErrorEvent.builder(EventId.of(1, 2), Instant.EPOCH);
  }
}
