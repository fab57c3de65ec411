package dev.whence.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often characters are looked at. */
class WorkTest {
  /** Looks at one character, in the worst of cases: of a name in brackets that is none, thrice. */
  private static final int LOOKS = 12;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select a from t where b = 17 and c = 'x' ",
        "(",
        "((?, ",
        ")",
        "[",
        "[a",
        "[aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ",
        "]",
        "a[",
        "a['x'",
        "'",
        "''",
        "'\\",
        "'\\'",
        "\"",
        "\"a\"",
        "\"a\".",
        "`",
        "`a",
        "$",
        "$a",
        "$a$",
        "$aaaaaaaa$ $",
        "$$a",
        "/*",
        "/",
        "//",
        "--",
        "-- ",
        "--a\n",
        "#",
        "#>",
        "#\n",
        "q'",
        "q'[",
        "q'[]'",
        "n'x'",
        "U&",
        "U&'x'",
        ":",
        "::",
        "@",
        "@@",
        "?",
        "values (?), ",
        "values (?, ((?",
        "in (",
        "in (?), ",
        "1",
        "1e-",
        ".",
        "a.",
        "-1",
        "\r",
        "\n",
        "\\",
        "x",
        "\u00e4",
        "\ud83d\ude00",
        ";",
        "escape '\\'",
      })
  void isBoundedByTheLengthThatIsRead(String piece) {
    String sql = "select " + piece.repeat(100_000 / piece.length());
    CountingText text = new CountingText(sql);

    SqlText.of(text);

    assertThat(text.looks()).isLessThan(LOOKS * SqlText.LONGEST_INPUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'x', ", "[a, ", "(?, ", "\"a b\".", "$a$ $a$ "})
  void growsWithTheLengthAlone(String piece) {
    CountingText small = new CountingText(piece.repeat(100));
    CountingText large = new CountingText(piece.repeat(400));

    SqlText.of(small);
    SqlText.of(large);

    assertThat(large.looks()).isLessThan(5 * small.looks());
  }
}
