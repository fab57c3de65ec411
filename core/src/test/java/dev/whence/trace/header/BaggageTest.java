package dev.whence.trace.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class BaggageTest {
  @Test
  void sentrysMembersAreReadAndAllOthersHandedOn() {
    Baggage read = Baggage.parse("tenant=a;ttl=3, sentry-trace_id=771a , sentry-release=shop%402,"
        + "theme = dark,sentry-sampled=true;old");

    assertThat(read.sentry())
        .containsExactly(
            Map.entry("trace_id", "771a"),
            Map.entry("release", "shop@2"),
            Map.entry("sampled", "true"));
    assertThat(read.others()).isEqualTo("tenant=a;ttl=3,theme = dark");
  }

  @ParameterizedTest
  @CsvSource({
    "sentry-a=%C3%A9t%C3%A9,     été",
    "sentry-a=a+b,               a+b",
    "sentry-a=a%20b,             a b",
    "sentry-a=%3D%2C%3B,         '=,;'",
    "sentry-a=x=y,               x=y",
    "sentry-a=%41%4a%4A,         AJJ",
    "sentry-a=,                  ''",
    "'sentry-a=1,sentry-a=2',    1"
  })
  void valuesAreDecoded(String header, String value) {
    assertThat(Baggage.parse(header).sentry()).containsEntry("a", value);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        ",",
        "  ,  ,",
        "sentry-",
        "sentry-a",
        "=1",
        "sentry-=1",
        "sentry-a=%",
        "sentry-a=%4",
        "sentry-a=%zz",
        "sentry-a=%C3",
        "sentry-a=%ff%fe",
        "sentry-a=caf\u00e9",
        "one=a\u0000b",
        "one=a\r\nX-Injected: 1"
      })
  void whatIsMalformedIsLeftOut(String header) {
    Baggage read = Baggage.parse(header);

    assertThat(read.sentry()).isEmpty();
    assertThat(read.others()).isEmpty();
  }

  @Test
  void oursAreBehindTheOthersAndEncoded() {
    Map<String, String> ours = new LinkedHashMap<>();
    ours.put("release", "shop@2 é");
    ours.put("sampled", "true");

    assertThat(Baggage.write("tenant=a;ttl=3", ours))
        .isEqualTo("tenant=a;ttl=3,sentry-release=shop%402%20%C3%A9,sentry-sampled=true");
    assertThat(Baggage.parse(Baggage.write("", ours)).sentry()).isEqualTo(ours);
    assertThat(Baggage.write("a=1", Map.of())).isEqualTo("a=1");
    assertThat(Baggage.write("", Map.of())).isEmpty();
  }

  @Test
  void whatDoesNotFitIsLeftOutOfTheOthersFirst() {
    String others = IntStream.range(0, 70)
        .mapToObj(i -> "k" + i + "=" + "v".repeat(200))
        .collect(Collectors.joining(","));
    String written = Baggage.write(others, Map.of("trace_id", "771a"));

    assertThat(written).endsWith(",sentry-trace_id=771a").startsWith("k0=");
    assertThat(written.length()).isLessThanOrEqualTo(8_192);
    assertThat(Baggage.write("a=1,".repeat(100), Map.of("b", "2")).split(",")).hasSize(64);
    assertThat(Baggage.write("a=1", Map.of("b", "x".repeat(9_000)))).isEqualTo("a=1");
  }

  @Test
  void noMoreIsReadThanTheSpecificationAsksFor() {
    String many = IntStream.range(0, 100)
        .mapToObj(i -> "sentry-k" + i + "=1")
        .collect(Collectors.joining(","));

    assertThat(Baggage.parse(many).sentry()).hasSize(64);
    assertThat(Baggage.parse("a=" + "v".repeat(1 << 20)).others()).isEmpty();
    assertThat(Baggage.parse(",".repeat(9_000) + "a=1").others()).isEmpty();
  }

  @Test
  void nothingMakesItThrowAndWhatIsReadCanBeWritten() {
    Random random = new Random(5);
    String letters = "sentry-a=%4C,; \u00e9\r\n0";
    for (int i = 0; i < 20_000; i++) {
      String garbage = "sentry-"
          + random
              .ints(random.nextInt(40), 0, letters.length())
              .mapToObj(at -> String.valueOf(letters.charAt(at)))
              .collect(Collectors.joining());
      Baggage read = Baggage.parse(garbage);
      String written = Baggage.write(read.others(), read.sentry());
      assertThat(written).doesNotContain("\r", "\n");
      assertThat(Baggage.parse(written).others()).isEqualTo(read.others());
    }
  }
}
