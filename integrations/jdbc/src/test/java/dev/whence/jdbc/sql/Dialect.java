package dev.whence.jdbc.sql;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * How a database writes what must not be shown. Each form takes what it is to hold and is valid for
 * its dialect, whatever stands in it.
 */
record Dialect(String name, List<UnaryOperator<String>> forms, UnaryOperator<String> quoting) {
  static final Dialect MYSQL = new Dialect(
      "MySQL",
      List.of(
          text -> "'" + backslashed(text, '\'') + "'",
          text -> "'" + doubled(text.replace("\\", "\\\\"), '\'') + "'",
          text -> "\"" + backslashed(text, '"') + "\"",
          text -> "\"" + doubled(text.replace("\\", "\\\\"), '"') + "\"",
          text -> "_utf8mb4'" + backslashed(text, '\'') + "'",
          text -> "N'" + backslashed(text, '\'') + "'",
          text -> "5--'" + backslashed(text, '\'') + "'",
          text -> "# " + oneLine(text) + "\n a",
          text -> "/*!50000 '" + backslashed(text, '\'') + "' */ a",
          text -> "-- " + oneLine(text) + "\n a",
          text -> "/* " + text.replace("*/", "").replace("*", "") + " */ a"),
      text -> "`" + doubled(text, '`') + "`");

  static final Dialect POSTGRES = new Dialect(
      "PostgreSQL",
      List.of(
          text -> "'" + doubled(text, '\'') + "'",
          text -> "E'" + backslashed(text, '\'') + "'",
          text -> "U&'" + doubled(text, '\'') + "'",
          text -> "$$" + text.replace("$", "") + "$$",
          text -> "$tag$" + text.replace("tag", "") + "$tag$",
          text -> "array['" + doubled(text, '\'') + "', 'b']",
          text -> "a['" + doubled(text, '\'') + "']",
          text -> "a #>> '" + doubled(text, '\'') + "'",
          text -> "--" + oneLine(text) + "\n a",
          text -> "/* /* " + withoutStars(text) + " */ " + withoutStars(text) + " */ a"),
      text -> "\"" + doubled(text, '"') + "\"");

  static final Dialect ORACLE = new Dialect(
      "Oracle",
      List.of(
          text -> "'" + doubled(text, '\'') + "'",
          text -> "q'[" + text.replace("]", "") + "]'",
          text -> "nq'!" + text.replace("!", "") + "!'",
          text -> "Q'{" + text.replace("}", "") + "}'",
          text -> "q'(" + text.replace(")", "") + ")'",
          text -> "date '" + doubled(text, '\'') + "'",
          text -> "serial#, '" + doubled(text, '\'') + "'",
          text -> "a like 'x' escape '\\' or a = '" + doubled(text, '\'') + "'",
          text -> "--" + oneLine(text) + "\n a",
          text -> "/*+ " + withoutStars(text) + " */ a"),
      text -> "\"" + text.replace("\"", "") + "\"");

  static final Dialect SQL_SERVER = new Dialect(
      "SQL Server",
      List.of(
          text -> "'" + doubled(text, '\'') + "'",
          text -> "N'" + doubled(text, '\'') + "'",
          text -> "#t, '" + doubled(text, '\'') + "'",
          text -> "--" + oneLine(text) + "\n a",
          text -> "/* /* " + withoutStars(text) + " */ " + withoutStars(text) + " */ a"),
      text -> "[" + doubled(text, ']') + "]");

  static final Dialect H2 = new Dialect(
      "H2",
      List.of(
          text -> "'" + doubled(text, '\'') + "'",
          text -> "$$" + text.replace("$", "") + "$$",
          text -> "X'" + doubled(text, '\'') + "'",
          text -> "//" + oneLine(text) + "\n a",
          text -> "-- " + oneLine(text) + "\n a"),
      text -> "\"" + doubled(text, '"') + "\"");

  String hidden(String text, Random random) {
    return forms.get(random.nextInt(forms.size())).apply(text);
  }

  String quoted(String text) {
    return quoting.apply(text);
  }

  @Override
  public String toString() {
    return name;
  }

  private static String backslashed(String text, char quote) {
    return text.replace("\\", "\\\\").replace("" + quote, "\\" + quote);
  }

  private static String doubled(String text, char quote) {
    return text.replace("" + quote, "" + quote + quote);
  }

  private static String oneLine(String text) {
    return text.replace("\n", " ").replace("\r", " ");
  }

  private static String withoutStars(String text) {
    return text.replace("*", "");
  }
}
