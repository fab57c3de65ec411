package dev.whence.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a statement does, to which table, and how much of a long one is read. */
class SqlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "select a from t|SELECT|t",
        "Select a From s.t x|SELECT|s.t",
        "select a from \"s\".\"t\"|SELECT|s.t",
        "select a from [s].[t u]|SELECT|s.t u",
        "select a from `t`, u|SELECT|t",
        "(select a from t) union (select b from u)|SELECT|t",
        "select a from (select b from t) x|SELECT|t",
        "select extract(year from a) from t|SELECT|t",
        "select a from lateral only t|SELECT|t",
        "select 1|SELECT|''",
        "insert into t (a) values (1)|INSERT|t",
        "insert ignore into t values (1)|INSERT|t",
        "update t set a = 1|UPDATE|t",
        "update only t set a = 1|UPDATE|t",
        "insert into t values (1) on conflict do update set a = 1|INSERT|t",
        "delete from t|DELETE|t",
        "merge into t using u on (a = b)|MERGE|t",
        "with x as (select a from u) select * from x|SELECT|u",
        "with x as (select 1) update t set a = 1|UPDATE|t",
        "with x as (select 1), y as (delete from u) insert into t select 1|INSERT|u",
        "call p(1)|CALL|''",
        "{call p(1)}|CALL|''",
        "{? = call p(1)}|CALL|''",
        "begin|BEGIN|''",
        "begin x; end|BEGIN|''",
        "commit|COMMIT|''",
        "create table if not exists t (a int)|CREATE|t",
        "truncate table t|TRUNCATE|t",
        "/* c */ -- d|''|''",
        "bogus from t|''|''",
        "17 select|SELECT|''",
        "\"select\"|''|''",
      })
  void tellsOperationAndTable(String sql, String operation, String table) {
    SqlText text = SqlText.of(sql);

    assertThat(text.operation()).isEqualTo(operation);
    assertThat(text.table()).isEqualTo(table);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 'FAKE secret",
        "select \"FAKE secret",
        "select `FAKE secret",
        "select /* FAKE secret",
        "select q'[FAKE secret'",
        "select $a$FAKE secret$b$",
        "select 'FAKE''secret",
        "select 'FAKE\\' secret",
      })
  void hidesWhatIsNeverClosed(String sql) {
    SqlText text = SqlText.of(sql);

    assertThat(text.text()).startsWith("select").endsWith("…").doesNotContain("FAKE", "secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {")))", "(((", "]", "'", "\"", "\\", "select from where", "\ud800", "\0"})
  void takesWhatIsNoSql(String sql) {
    SqlText text = SqlText.of(sql);

    assertThat(text.text()).hasSizeLessThanOrEqualTo(sql.length() + 2);
  }

  @Test
  void takesNothingForNothing() {
    assertThat(SqlText.of(null).text()).isEmpty();
  }

  @Test
  void survivesTextThatCannotBeRead() {
    SqlText text = SqlText.of(new UnreadableText());

    assertThat(text.text()).isEqualTo("…");
  }

  @Test
  void cutsLongText() {
    String sql = "select " + "column_with_a_name, ".repeat(50_000) + "a from t";

    SqlText text = SqlText.of(sql);

    assertThat(text.text()).hasSize(SqlText.LONGEST).endsWith("…");
    assertThat(text.operation()).isEqualTo("SELECT");
  }

  @Test
  void listsOfEveryLengthAreAlike() {
    String few =
        SqlText.of("select a from t where b in (" + "?, ".repeat(3) + "?)").text();
    String many =
        SqlText.of("select a from t where b in (" + "?, ".repeat(3000) + "?)").text();

    assertThat(many).isEqualTo(few);
  }

  @Test
  void listsThatAreCutAreAlike() {
    String many =
        SqlText.of("insert into t values " + "(?, 'x'), ".repeat(5_000)).text();
    String more =
        SqlText.of("insert into t values " + "(?, 'xy'), ".repeat(7_001)).text();

    assertThat(more).isEqualTo(many).isEqualTo("insert into t values (?, ?)…");
  }

  @Test
  void aLiteralThatIsCutIsHidden() {
    String sql = "select '" + "FAKE ".repeat(200_000) + "' from t";

    assertThat(SqlText.of(sql).text()).isEqualTo("select ?…");
  }

  /** Text that another thread shortens while it is read. */
  private static final class UnreadableText implements CharSequence {
    @Override
    public int length() {
      return 10;
    }

    @Override
    public char charAt(int index) {
      throw new IndexOutOfBoundsException("no character " + index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      throw new IndexOutOfBoundsException("no character " + start);
    }
  }
}
