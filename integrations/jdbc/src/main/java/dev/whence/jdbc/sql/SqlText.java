package dev.whence.jdbc.sql;

import org.jspecify.annotations.Nullable;

/**
 * A statement as it may be shown and grouped: literals and parameters are {@code ?}, comments are
 * gone, lists of any length are alike.
 *
 * <p>Knows no dialect. Where dialects disagree about what is quoted, or a quote is never closed,
 * the rest is left out and an ellipsis says so. Costs time in proportion to the statement, of which
 * the first 16 KB are read. Immutable.
 */
public final class SqlText {
  /** The most characters of a statement that are read. */
  static final int LONGEST_INPUT = 16 * 1024;

  /** The most characters of {@link #text}. */
  static final int LONGEST = 2048;

  private static final SqlText NOTHING = new SqlText("", "", "");
  private static final SqlText UNREADABLE = new SqlText("…", "", "");

  private final String text;
  private final String operation;
  private final String table;

  private SqlText(String text, String operation, String table) {
    this.text = text;
    this.operation = operation;
    this.table = table;
  }

  /** Reads a statement of any dialect; never throws, whatever it is given. */
  public static SqlText of(@Nullable CharSequence sql) {
    if (sql == null) {
      return NOTHING;
    }
    try {
      Sentence sentence = new Sentence(sql);
      SqlWriter writer = new SqlWriter(sql, LONGEST);
      new SqlScanner(sql, sentence, writer).scan();
      return new SqlText(writer.text(), sentence.operation(), sentence.table());
    } catch (RuntimeException unreadable) {
      return UNREADABLE;
    }
  }

  /** Returns the statement without its values, at most 2,048 characters. */
  public String text() {
    return text;
  }

  /** Returns what the statement does, such as {@code SELECT}; empty if that cannot be told. */
  public String operation() {
    return operation;
  }

  /** Returns the first table that is named, without quotes; empty if there is none to be seen. */
  public String table() {
    return table;
  }

  @Override
  public String toString() {
    return text;
  }
}
