package dev.whence.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left of statements, dialect by dialect. */
class DialectsTest {
  @ParameterizedTest
  @MethodSource({"everywhere", "lists", "postgres", "mySql", "oracle", "sqlServer", "sqlite", "h2"})
  void keepsTheShapeAndHidesTheValues(String sql, String shown) {
    SqlText text = SqlText.of(sql);

    assertThat(text.text()).isEqualTo(shown);
  }

  static Stream<Arguments> everywhere() {
    return Stream.of(
        of("select * from t where a = 17", "select * from t where a = ?"),
        of("SELECT a\n\t FROM  t\r\n WHERE b='x'", "SELECT a FROM t WHERE b=?"),
        of("select 'it''s' from t", "select ? from t"),
        of("select 1, 1.5, .5, 1e5, 1.5E-10, 0xFF, 1_000, 10L", "select ?, ?, ?, ?, ?, ?, ?, ?"),
        of("select -1, +2, (-3) from t where a = -4", "select ?, ?, (?) from t where a = ?"),
        of("select a - 1, a-1, 2-1 from t", "select a - ?, a-?, ?-? from t"),
        of("where a between -1 and -2 limit -3", "where a between ? and ? limit ?"),
        of("select t1.c2, order2024 from t1", "select t1.c2, order2024 from t1"),
        of("select date '2024-01-31', TIME'12:00'", "select date ?, TIME?"),
        of("select {d '2024-01-31'}, {fn now()}", "select {d ?}, {fn now()}"),
        of("{? = call f(?, 'x')}", "{? = call f(?, ?)}"),
        of("a = ? and b = :name and c = $1 and d = @p", "a = ? and b = ? and c = ? and d = ?"),
        of("a = ?1 and b = :2", "a = ? and b = ?"),
        of("select a -- a secret\nfrom t", "select a from t"),
        of("select a --", "select a"),
        of("select /* a 'secret' */ a /**/from t", "select a from t"),
        of("select /*+ index(t i) */ a from t", "select a from t"),
        of("select a from t; ", "select a from t"),
        of("update t set a = 1; delete from u", "update t set a = ?; delete from u"),
        of("select a , b from f ( 1 , 2 )", "select a, b from f (?, ?)"),
        of("like ? escape '\\' order by a", "like ? escape ? order by a"),
        of("grüße = 'x' and größe > 3", "grüße = ? and größe > ?"),
        of("select ٣, ‘x’", "select ?, ?x?"),
        of("", ""),
        of(" \n ", ""),
        of(";", ""));
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        of("a in (?, ?, ?)", "a in (?)"),
        of("a in(1,2,3) and b in ('x')", "a in (?) and b in (?)"),
        of("(a, b) in ((1, 2), (3, 4))", "(a, b) in ((?, ?))"),
        of("a in (select b, b from c)", "a in (select b, b from c)"),
        of("a in (1, b, 2, 3)", "a in (?, b, ?)"),
        of("a in (?::uuid, ?::uuid)", "a in (?::uuid)"),
        of("f(?, ?, ?)", "f(?, ?, ?)"),
        of("values (?, ?), (?, ?)", "values (?, ?)"),
        of("VALUES(1,now()),(2,now()) returning id", "VALUES (?, now()) returning id"),
        of("values (1, default), (default, 1)", "values (?, default), (default, ?)"),
        of("values (1, 2), (3, 4), (5, (6))", "values (?, ?), (?, (?))"),
        of("a = any(array[1, 2, 3])", "a = any(array[?])"),
        of(
            "on duplicate key update a = values(a), b = values(b)",
            "on duplicate key update a = values (a), b = values (b)"));
  }

  static Stream<Arguments> postgres() {
    return Stream.of(
        of("select $$it$$, $a$ $b$ $a$ from t", "select ?, ? from t"),
        of("select $$never closed, a from t", "select ?…"),
        of("do $$ begin perform 'x'; end $$ language plpgsql", "do ?…"),
        of("select E'a\\n', e'b', U&'\\0061' uescape '!'", "select ?, ?, ? uescape ?"),
        of("select E'it\\'s', b from t", "select ?…"),
        of("select B'0101', x'1FF'", "select ?, ?"),
        of("select a::text, '1'::int", "select a::text, ?::int"),
        of("select a[b[1]], c from t", "select a[b[?…"),
        of("select a->'k'->>'l', a #>> '{m}' from t", "select a->?->>?, a #>> ? from t"),
        of("select a # b from t", "select a"),
        of("select a[1], a[1:2], b['k'] from t", "select a[?], a[?], b[?] from t"),
        of("where a @> ? and b <@ c and d ?? e", "where a @> ? and b <@ c and d ? e"),
        of("select \"T\".\"a b\" from \"T\"", "select \"T\".\"a b\" from \"T\""),
        of("select \"a\", b as \"c\" from t", "select ?, b as \"c\" from t"),
        of("select /* a /* b */ c */ d from t", "select…"),
        of("set app.tenant = bogus", "set app.tenant =…"),
        of("alter role r password 'x' valid until 'y'", "alter role r password ?…"),
        of("select password from t", "select password from t"));
  }

  static Stream<Arguments> mySql() {
    return Stream.of(
        of("select `a`, `b c`.`d` from `t`", "select `a`, `b c`.`d` from `t`"),
        of("select `it's` from t", "select ?…"),
        of("select \"it's\", \"x\" from t", "select ?, ? from t"),
        of("select 'it\\'s' from t", "select ?…"),
        of("select 'a\\\\', b from t", "select ?, b from t"),
        of("select a # secret\nfrom t", "select a from t"),
        of("select a # don't\nfrom t", "select a…"),
        of("select a --secret\nfrom t", "select a from t"),
        of("select a --don't\nfrom t", "select a…"),
        of("select a -- don't\nfrom t", "select a from t"),
        of("/*!40101 set names 'utf8' */", "…"),
        of("/*!40101 set names utf8 */ select 1", "select ?"),
        of("select _utf8mb4'x', N'y', \\N", "select ?, ?,…"),
        of("set @a = bogus", "set ? =…"),
        of("select @@version, @a := 3", "select ?, ? := ?"),
        of("select trim(\"bogus\" from \"bogus\")", "select trim(? from ?)"),
        of("select trim(leading from \"bogus\")", "select trim(leading from ?)"),
        of("create user u identified with p as \"bogus\"", "create user u identified…"));
  }

  static Stream<Arguments> oracle() {
    return Stream.of(
        of("select q'[it's]', Q'{x}', nq'!y!' from dual", "select ?, ?, ? from dual"),
        of("select q'<a'b>', q'(c)' from dual", "select ?, ? from dual"),
        of("select q'[never closed from dual", "select ?…"),
        of("select q'xitx' from dual", "select ?…"),
        of("create user u identified by bogus", "create user u identified…"),
        of("select a(+), b$c from v$session", "select a(+), b$c from v$session"),
        of("begin p(:1, 'x'); end;", "begin p(?, ?); end"),
        of("select to_date('x','y') from dual", "select to_date(?, ?) from dual"),
        of("alter session set x = bogus", "alter session set…"));
  }

  static Stream<Arguments> sqlServer() {
    return Stream.of(
        of("select [a], [b c].[d] from [t]", "select [a], [b c].[d] from [t]"),
        of("select [it's], b from t where c = 'x'", "select [it?…"),
        of("select [a -- b] from t where c = 'x\n y'", "select [a…"),
        of("select [a]]'b], 'c' from t", "select [a…"),
        of("select top 5 a from #temp", "select top ? a from"),
        of("exec dbo.p @a = 'x', @b = bogus", "exec dbo.p ? = ?, ? =…"),
        of("exec sp_addlogin bogus", "exec sp_addlogin…"),
        of("begin exec sp_find bogus end", "begin exec sp_find…"),
        of("declare @x int exec dbo.find bogus", "declare ? int exec dbo.find…"),
        of("sp_addlogin bogus, bogus", "sp_addlogin…"),
        of("dbo.sp_find 17, bogus", "dbo.sp_find ?,…"),
        of("[dbo].[sp_find] bogus", "[dbo].[sp_find]…"),
        of("select 1; sp_find bogus", "select ?; sp_find…"),
        of("grant execute on p to r", "grant execute on p to r"),
        of("select N'x', $12.50, 0xAB", "select ?, ?, ?"),
        of("select a from t with (nolock)", "select a from t with (nolock)"));
  }

  static Stream<Arguments> sqlite() {
    return Stream.of(
        of("pragma key = bogus", "pragma key =…"),
        of("pragma key('x')", "pragma key(?)"),
        of("attach bogus as b key bogus", "attach bogus…"),
        of("select \"bogus\" from t where a = \"bogus\"", "select ? from t where a = ?"),
        of("select x'AB', a || 'b'", "select ?, a || ?"));
  }

  static Stream<Arguments> h2() {
    return Stream.of(
        of("select a // secret\nfrom t", "select a from t"),
        of("select a // it's\nfrom t", "select a…"),
        of("create user u password 'x'", "create user u password ?"),
        of("merge into t key(id) values (1, 'x')", "merge into t key(id) values (?, ?)"),
        of("select json '{\"a\": 1}' format json", "select json ? format json"));
  }

  private static Arguments of(String sql, String shown) {
    return Arguments.of(sql, shown);
  }
}
