package dev.whence.jdbc.sql;

/**
 * Writes a statement with even blanks and short lists, and stops when it is long enough. For one
 * thread.
 */
final class SqlWriter {
  private static final char VALUE = '?';
  private static final char CUT = '…';

  private final CharSequence sql;
  private final int longest;
  private final StringBuilder out = new StringBuilder();
  private final Lists lists = new Lists(out);
  private boolean isBlankNext;
  private boolean isCut;

  SqlWriter(CharSequence sql, int longest) {
    this.sql = sql;
    this.longest = longest;
  }

  /** Says whether nothing more is taken. */
  boolean isFull() {
    return isCut || out.length() > longest;
  }

  void blank() {
    isBlankNext = true;
  }

  void word(Keyword keyword, int start, int end) {
    separate();
    lists.word(keyword);
    out.append(sql, start, end);
  }

  /** Writes what stands for one value or several that follow each other without a blank. */
  void value() {
    separate();
    lists.other();
    if (out.isEmpty() || out.charAt(out.length() - 1) != VALUE) {
      out.append(VALUE);
    }
  }

  void mark(char mark) {
    switch (mark) {
      case '(', '[' -> open(mark);
      case ')', ']' -> {
        trim();
        lists.close(mark);
      }
      case ',' -> {
        trim();
        lists.separator();
      }
      default -> {
        separate();
        lists.other();
        out.append(mark);
      }
    }
  }

  /** Leaves out the rest. */
  void cut() {
    isCut = true;
  }

  String text() {
    boolean isWhole = !isFull();
    lists.end(isWhole);
    trim();
    if (isWhole) {
      return withoutSemicolon();
    }
    out.setLength(Math.min(out.length(), longest - 1));
    return out.append(CUT).toString();
  }

  private void open(char mark) {
    isBlankNext |= lists.isAnnounced();
    separate();
    lists.open(mark);
  }

  private void separate() {
    if (isBlankNext && !out.isEmpty() && "([ ".indexOf(out.charAt(out.length() - 1)) < 0) {
      out.append(' ');
    }
    isBlankNext = false;
  }

  private void trim() {
    isBlankNext = false;
    while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
  }

  private String withoutSemicolon() {
    int end = out.length();
    while (end > 0 && (out.charAt(end - 1) == ';' || out.charAt(end - 1) == ' ')) {
      end--;
    }
    return out.substring(0, end);
  }
}
