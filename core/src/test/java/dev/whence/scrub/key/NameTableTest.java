package dev.whence.scrub.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTableTest {
  private final NameTable names = new NameTable(Map.of(
      "patientname", Decision.HIDE, "ward2", Decision.JOIN, "größe", Decision.KEEP_AS_ASKED));

  @ParameterizedTest
  @ValueSource(
      strings = {"patientname", "patientName", "PATIENT-NAME", "patient_name", "_p.atient name\t"})
  void findsANameHoweverItIsWritten(String name) {
    assertThat(names.find(name, 0, name.length())).isEqualTo(Decision.HIDE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "patientnam",
        "patientnames",
        "patientnamf",
        "patient1name",
        "",
        "-",
        "ward",
        "ward3",
        "WARD"
      })
  void findsNothingElse(String name) {
    assertThat(names.find(name, 0, name.length())).isNull();
  }

  @Test
  void findsANameInsideAText() {
    assertThat(names.find("x ward2=1", 2, 7)).isEqualTo(Decision.JOIN);
    assertThat(names.find("x ward2=1", 2, 6)).isNull();
    assertThat(names.find("xgröße", 1, 6)).isEqualTo(Decision.KEEP_AS_ASKED);
  }

  @Test
  void holdsManyNames() {
    Map<String, Decision> many = new HashMap<>();
    IntStream.range(0, 500)
        .forEach(i -> many.put("name" + i, i % 2 == 0 ? Decision.HIDE : Decision.JOIN));
    NameTable table = new NameTable(many);

    many.forEach(
        (name, decision) -> assertThat(table.find(name, 0, name.length())).isEqualTo(decision));
    assertThat(table.find("name500", 0, 7)).isNull();
  }

  @Test
  void mayBeEmpty() {
    assertThat(new NameTable(Map.of()).find("name", 0, 4)).isNull();
  }
}
