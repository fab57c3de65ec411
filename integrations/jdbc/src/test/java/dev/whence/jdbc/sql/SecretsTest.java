package dev.whence.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in statements that are valid for one dialect, read without knowing which one it is. */
class SecretsTest {
  private static final int STATEMENTS = 4_000;
  private static final String SECRET = "FakeSecret";
  private static final String NUMBER = "90017";

  /** What looks like the beginning or the end of something else. */
  private static final List<String> TRAPS = List.of(
      "'",
      "''",
      "\"",
      "`",
      "\\",
      "\\\\",
      "\\'",
      "--",
      "-- ",
      "/*",
      "*/",
      "#",
      "$$",
      "$tag$",
      "$a$",
      "[",
      "]",
      "]]",
      "(",
      ")",
      "q'[",
      "]'",
      "!'",
      "E'",
      "N'",
      "?",
      ":a",
      "@",
      ";",
      "\n",
      "\r",
      "//",
      " from ",
      " as ",
      " escape ",
      ".",
      ", ",
      " ",
      "{",
      "}",
      "U&'",
      "0x");

  @ParameterizedTest
  @MethodSource("dialects")
  void areNeverShown(Dialect dialect) {
    Random random = new Random(42);

    for (int i = 0; i < STATEMENTS; i++) {
      String sql = statement(dialect, random);
      assertThat(SqlText.of(sql).text()).as(sql).doesNotContain(SECRET, NUMBER);
    }
  }

  static Stream<Dialect> dialects() {
    return Stream.of(
        Dialect.MYSQL, Dialect.POSTGRES, Dialect.ORACLE, Dialect.SQL_SERVER, Dialect.H2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "90017",
        "-90017",
        "+90017",
        "90017.5",
        "1.90017",
        ".90017",
        "90017e5",
        "1e90017",
        "1e-90017",
        "0x90017",
        "0xAB90017",
        "90017L",
        "90_017_90017",
        "9_90017",
        "$90017",
        ":90017",
        "?90017",
        "@x90017",
        ":x90017",
        "$x90017",
        "@@x90017",
        "9FakeSecret",
        "1.5FakeSecret",
        ":FakeSecret",
        "x'90017'",
        "b'90017'",
        "n'FakeSecret'",
        "date '90017'",
        "{ts 'FakeSecret'}",
        "$FakeSecret",
        "'FakeSecret' 'FakeSecret'",
        "\"FakeSecret\"",
        "trim(\"FakeSecret\" from \"FakeSecret\")",
        "a is not distinct from \"FakeSecret\"",
        "substring(\"FakeSecret\" from 2)",
        "extract(day from \"FakeSecret\")",
        "array['FakeSecret']",
        "\"FakeSecret\", \"FakeSecret\"",
        "\"t\".\"a\" = \"FakeSecret\"",
        "1.\"FakeSecret\"",
        "'a'.\"FakeSecret\"",
        "٩٠٠١٧90017",
      })
  void areNoLiterals(String literal) {
    assertHidden("select " + literal + " from t");
    assertHidden("select a from t where b=" + literal);
    assertHidden("insert into t values(" + literal + ",a)");
    assertHidden("update t set a=" + literal + " where b like " + literal + " escape '\\'");
    assertHidden("select a from t where b in (?," + literal + ")and c=" + literal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create user u identified by FakeSecret",
        "alter user u identified by FakeSecret replace FakeSecret",
        "grant a to u identified by \"FakeSecret\"",
        "create database link l connect to u identified by FakeSecret using 'x'",
        "create login l with password = FakeSecret",
        "alter user u password FakeSecret",
        "set password = FakeSecret",
        "set a.b to FakeSecret",
        "set @a = FakeSecret",
        "begin; set local a.b = FakeSecret",
        "alter system set a = FakeSecret",
        "pragma key = FakeSecret",
        "pragma rekey=\"FakeSecret\"",
        "attach 'x' as y key FakeSecret",
        "exec p FakeSecret, @b = FakeSecret",
        "sp_addlogin FakeSecret, FakeSecret",
        "begin exec p FakeSecret end",
        "execute p(FakeSecret)",
        "exec @r = p FakeSecret",
        "connect u/FakeSecret@h",
      })
  void areNoBareWords(String sql) {
    assertHidden(sql);
  }

  private static void assertHidden(String sql) {
    assertThat(SqlText.of(sql).text()).as(sql).doesNotContain(SECRET, NUMBER, "017");
  }

  private static String statement(Dialect dialect, Random random) {
    String from = random.nextInt(4) == 0 ? dialect.quoted("t" + trap(random)) : "t";
    String sql = "select a, %s, %s from %s where b = %s and c in (%s, %s) order by d"
        .formatted(
            hidden(dialect, random),
            name(dialect, random),
            from,
            hidden(dialect, random),
            hidden(dialect, random),
            hidden(dialect, random));
    return random.nextBoolean()
        ? sql
        : sql.replace("select", "SELECT").toString().strip();
  }

  private static String hidden(Dialect dialect, Random random) {
    String text = trap(random) + SECRET + trap(random) + NUMBER + trap(random);
    return random.nextInt(4) == 0 ? "?" : dialect.hidden(text, random);
  }

  private static String name(Dialect dialect, Random random) {
    return random.nextInt(4) == 0 ? dialect.quoted("n" + trap(random)) : "n";
  }

  private static String trap(Random random) {
    StringBuilder trap = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      trap.append(TRAPS.get(random.nextInt(TRAPS.size())));
    }
    return trap.toString();
  }
}
