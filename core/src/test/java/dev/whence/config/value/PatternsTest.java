package dev.whence.config.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternsTest {
  @ParameterizedTest
  @CsvSource({
    "/health, true",
    "/health/live, false",
    "/healthy, false",
    "/static, true",
    "/static/, true",
    "/static/a/b, true",
    "/statics, false",
    "/a/b.css, true",
    "/a/bcss, false",
    "/, false"
  })
  void pathsMatchAsServletMappingsDo(String path, boolean matches) {
    PathPatterns patterns = PathPatterns.parse("/health, /static/*, *.css");

    assertThat(patterns.matches(path)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "399, false",
    "400, true",
    "401, false",
    "403, true",
    "405, true",
    "406, false",
    "0, false"
  })
  void statusesMatchNumbersAndRanges(int status, boolean matches) {
    assertThat(StatusSet.parse("400, 403-405").contains(status)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({"100", "404", "500", "599"})
  void noneIsTheEmptySetOfStatuses(int status) {
    assertThat(StatusSet.parse("none").contains(status)).isFalse();
  }
}
