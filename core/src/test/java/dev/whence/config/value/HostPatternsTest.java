package dev.whence.config.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPatternsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*|anything.example|true",
        "none|anything.example|false",
        "api.example.com|api.example.com|true",
        "api.example.com|API.Example.COM|true",
        "API.example.com|api.example.com|true",
        "api.example.com|example.com|false",
        "api.example.com|evil-api.example.com|false",
        "*.example.com|api.example.com|true",
        "*.example.com|a.b.example.com|true",
        "*.example.com|example.com|false",
        "*.example.com|.example.com|false",
        "*.example.com|badexample.com|false",
        "a.example,b.example|b.example|true",
        "a.example , *|c.example|true",
        "127.0.0.1|127.0.0.1|true",
        "[::1]|[::1]|true",
        "localhost|localhost|true",
        "my_service|my_service|true",
      })
  void knowsItsHosts(String patterns, String host, boolean isOne) {
    assertThat(HostPatterns.parse(patterns).matches(host)).isEqualTo(isOne);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.com",
        "api/*",
        "*.",
        "a b",
        "*example.com",
        "x?y",
        "a.example:80"
      })
  void refusesWhatIsNoHost(String text) {
    assertThatThrownBy(() -> HostPatterns.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("*.example.com");
  }
}
