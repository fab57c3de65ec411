package dev.whence.scrub.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoValueTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "NULL",
        "True",
        "false",
        "undefined",
        "none",
        "nil",
        "N/A",
        "yes",
        "no",
        "-",
        "...",
        "?!-",
        "***",
        "********",
        "••••••",
        "**•**",
        "${db.password}",
        "${DB_PASSWORD",
        "#{x}",
        "{{ x }}",
        "{{x}}",
        "{{x",
        "${ x}",
        "{{x-1}}",
        "<your token>",
        "<token",
        "%(token)s",
        "$(pass)",
        "${a.b_c-d 1}",
        "<x9>"
      })
  void isNone(String text) {
    assertThat(NoValue.isNone(text, 0, text.length())).isTrue();
    assertThat(NoValue.isNone("a1" + text + "b2", 2, text.length() + 2)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x", "nullx", "nul", "n/b", "1", "....", "?!-+", "***x", "***-", "é", "${1}", "${a:-b}",
        "${a/b}", "${a}b", "#x}", "<a/>", "<a=b>", "$a", "{{}}", "${a:", "<a~", "{{:x}}", "x${a}"
      })
  void isOne(String text) {
    assertThat(NoValue.isNone(text, 0, text.length())).isFalse();
    assertThat(NoValue.isNone("-" + text + "-", 1, text.length() + 1)).isFalse();
  }
}
