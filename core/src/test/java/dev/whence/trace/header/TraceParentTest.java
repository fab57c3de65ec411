package dev.whence.trace.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
  private static final String TRACE = "4f0c1e7b9a2d3c5e8f7061524334a5b6";
  private static final String SPAN = "9c8b7a6d5e4f3021";

  @ParameterizedTest
  @CsvSource({
    "00,01,'',true",
    "00,00,'',false",
    "00,ff,'',true",
    "00,fe,'',false",
    "00,03,'',true",
    "00,02,'',false",
    "01,01,'',true",
    "01,00,'-',false",
    "cc,01,'-what the future brings',true",
    "fe,00,'-01-02',false"
  })
  void readsThisVersionAndLaterOnes(String version, String flags, String more, boolean sampled) {
    TraceParent read = TraceParent.parse(version + '-' + TRACE + '-' + SPAN + '-' + flags + more);

    assertThat(read)
        .isEqualTo(new TraceParent(
            0x4f0c_1e7b_9a2d_3c5eL, 0x8f70_6152_4334_a5b6L, 0x9c8b_7a6d_5e4f_3021L, sampled));
    assertThat(read).hasToString("00-" + TRACE + '-' + SPAN + (sampled ? "-01" : "-00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "  \t"})
  void whiteSpaceAroundItIsNoPartOfIt(String space) {
    assertThat(TraceParent.parse(space + "00-" + TRACE + '-' + SPAN + "-01" + space))
        .isNotNull();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "00",
        "-",
        "---",
        "ff-" + TRACE + '-' + SPAN + "-01",
        "FF-" + TRACE + '-' + SPAN + "-01",
        "0-" + TRACE + '-' + SPAN + "-01",
        "000-" + TRACE + '-' + SPAN + "-01",
        "0x-" + TRACE + '-' + SPAN + "-01",
        " 0-" + TRACE + '-' + SPAN + "-01",
        ".0-" + TRACE + '-' + SPAN + "-01",
        "00-" + TRACE + '-' + SPAN + "-01-",
        "00-" + TRACE + '-' + SPAN + "-01-what",
        "00-" + TRACE + '-' + SPAN + "-01.",
        "00-" + TRACE + '-' + SPAN + "-010",
        "01-" + TRACE + '-' + SPAN + "-010",
        "01-" + TRACE + '-' + SPAN + "-01.what",
        "00-00000000000000000000000000000000-" + SPAN + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-4F0C1E7B9A2D3C5E8F7061524334A5B6-" + SPAN + "-01",
        "00-" + TRACE + "-9C8B7A6D5E4F3021-01",
        "00-" + TRACE + '-' + SPAN + "-0X",
        "00-" + TRACE + '-' + SPAN + "-.0",
        "00-" + TRACE + '-' + SPAN + "-1",
        "00-" + TRACE + '-' + SPAN + "-",
        "00-" + TRACE + '-' + SPAN,
        "00-" + TRACE + "0-" + SPAN + "-01",
        "00-4f0c1e7b9a2d3c5e8f7061524334a5b-" + SPAN + "-01",
        "00-4f0c1e7b9a2d3c5e8f7061524334a5bg-" + SPAN + "-01",
        "00-4f0c1e7b9a2d3c5e8f7061524334a5b\u00b6-" + SPAN + "-01",
        "00-" + TRACE + "-9c8b7a6d5e4f302-01",
        "00-" + TRACE + "-9c8b7a6d5e4f30211-01",
        "00-" + TRACE + "-9c8b7a6d5e4f302x-01",
        "00_" + TRACE + '-' + SPAN + "-01",
        "00-" + TRACE + '_' + SPAN + "-01",
        "00-" + TRACE + '-' + SPAN + "_01",
        "00-" + TRACE + '-' + SPAN + "-01,00-" + TRACE + '-' + SPAN + "-01"
      })
  void whatIsMalformedIsNoTrace(String header) {
    assertThat(TraceParent.parse(header)).isNull();
  }

  @Test
  void onlyOneOfTheHalvesOfATracesIdNeedsToBeSomething() {
    assertThat(TraceParent.parse("00-0000000000000000" + SPAN + '-' + SPAN + "-00"))
        .isNotNull();
    assertThat(TraceParent.parse("00-" + SPAN + "0000000000000000-" + SPAN + "-00"))
        .isNotNull();
  }

  @Test
  void readsWhatItWrites() {
    Random random = new Random(42);
    for (int i = 0; i < 1_000; i++) {
      TraceParent any = new TraceParent(
          random.nextLong(), random.nextLong(), random.nextLong(), random.nextBoolean());
      assertThat(TraceParent.parse(any.toString())).isEqualTo(any);
    }
  }

  @Test
  void nothingMakesItThrow() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder garbage = new StringBuilder("00-" + TRACE + '-' + SPAN + "-01");
      for (int j = random.nextInt(4); j >= 0; j--) {
        int at = random.nextInt(garbage.length());
        garbage.replace(at, at + random.nextInt(3), String.valueOf((char) random.nextInt(0x3000)));
      }
      TraceParent read = TraceParent.parse(garbage.toString());
      assertThat(read == null || read.equals(TraceParent.parse(read.toString())))
          .isTrue();
    }
    assertThat(TraceParent.parse("0".repeat(1 << 20))).isNull();
  }
}
