package dev.whence.jdbc.sql;

/**
 * Reads a statement once, from its first character to its last, and tells what each piece is. Where
 * that cannot be told it stops, and the rest is left out. For one thread.
 */
final class SqlScanner {
  private final CharSequence sql;
  private final int end;
  private final Sentence sentence;
  private final SqlWriter out;
  private final Quoted quoted;
  private final Comments comments;
  private final Names names;

  /** How many brackets are open; what looks like a quote in them may be part of a name. */
  private int brackets;

  private int at;

  SqlScanner(CharSequence sql, Sentence sentence, SqlWriter out) {
    this.sql = sql;
    this.end = Math.min(sql.length(), SqlText.LONGEST_INPUT);
    this.sentence = sentence;
    this.out = out;
    this.quoted = new Quoted(sql, end);
    this.comments = new Comments(sql, end);
    this.names = new Names(sql, end);
  }

  void scan() {
    while (at < end && !out.isFull()) {
      step();
    }
    if (end < sql.length()) {
      out.cut();
    }
  }

  private void step() {
    char c = sql.charAt(at);
    if (Chars.isBlank(c)) {
      out.blank();
      at++;
    } else if (Chars.startsWord(c)) {
      word();
    } else if (isDigit(at) || (isNumber(at) && !sentence.endsWithName())) {
      number();
    } else {
      sign(c);
    }
  }

  private void sign(char c) {
    switch (c) {
      case '\'' -> string(at);
      case '"' -> doubleQuotes();
      case '`' -> backticks();
      case '[', ']' -> bracket(c);
      case '-', '+', '/', '#' -> operatorOrComment(c);
      case '$' -> dollar();
      case '?' -> parameter(at + 1);
      case ':' -> colon();
      case '@' -> parameterOrMark(is('@', at + 1) ? at + 2 : at + 1);
      case '\\' -> out.cut();
      default -> other(c);
    }
  }

  private void other(char c) {
    if (Chars.isMark(c)) {
      mark(c);
    } else {
      valueUntil(at + 1);
    }
  }

  // Words and numbers.

  private void word() {
    int wordEnd = Chars.wordEnd(sql, at, end);
    int quote = quoteOfPrefix(wordEnd);
    if (quote > 0) {
      prefixed(quote);
    } else if (sentence.hides(Keyword.of(sql, at, wordEnd))) {
      out.cut();
    } else if (wordEnd - at > Names.LONGEST) {
      valueUntil(wordEnd);
    } else {
      Keyword keyword = Keyword.of(sql, at, wordEnd);
      sentence.word(keyword, at, wordEnd);
      out.word(keyword, at, wordEnd);
      at = wordEnd;
    }
  }

  /**
   * Returns where the quote is that a word such as {@code N} is the prefix of, 0 if there is none.
   */
  private int quoteOfPrefix(int wordEnd) {
    boolean isLetter = wordEnd - at == 1;
    boolean isPrefix = isLetter || isAlternative(wordEnd) || is('_', at);
    if (isPrefix && is('\'', wordEnd)) {
      return wordEnd;
    }
    boolean isUnicode = isLetter && (is('u', at) || is('U', at)) && is('&', wordEnd);
    boolean isQuoted = is('\'', wordEnd + 1) || is('"', wordEnd + 1);
    return isUnicode && isQuoted ? wordEnd + 1 : 0;
  }

  private boolean isAlternative(int wordEnd) {
    return wordEnd - at <= 2 && (is('q', wordEnd - 1) || is('Q', wordEnd - 1));
  }

  private void prefixed(int quote) {
    if (isAlternative(quote)) {
      literal(quoted.alternative(quote));
    } else {
      string(quote);
    }
  }

  private boolean isNumber(int i) {
    return isDigit(i) || (is('.', i) && isDigit(i + 1));
  }

  private void number() {
    int last = at;
    while (last < end && isPartOfNumber(last)) {
      last++;
    }
    valueUntil(last);
  }

  private boolean isPartOfNumber(int i) {
    char c = sql.charAt(i);
    boolean isExponent = (c == '-' || c == '+') && "eE".indexOf(sql.charAt(i - 1)) >= 0;
    return c == '.' || Chars.isWord(c) || (i > at && isExponent);
  }

  // What is in quotes.

  private void string(int quote) {
    boolean isEscape = sentence.last() == Keyword.ESCAPE && isLoneBackslash(quote);
    literal(isEscape ? quote + 3 : quoted.text(quote));
  }

  /** What follows {@code ESCAPE} is one character, so this one escapes nothing for anybody. */
  private boolean isLoneBackslash(int quote) {
    return is('\\', quote + 1) && is('\'', quote + 2) && !is('\'', quote + 3);
  }

  private void literal(int literalEnd) {
    boolean isKnown = literalEnd != Quoted.UNKNOWN && !mayCloseBracket(literalEnd);
    valueUntil(isKnown ? literalEnd : end);
    if (!isKnown) {
      out.cut();
    }
  }

  private boolean mayCloseBracket(int literalEnd) {
    for (int i = at; brackets > 0 && i < literalEnd; i++) {
      if (sql.charAt(i) == ']') {
        return true;
      }
    }
    return false;
  }

  /** A name for most and a string for MySQL: kept where only a name may stand. */
  private void doubleQuotes() {
    int close = quoted.text(at);
    nameOrLiteral(sentence.expectsName() || names.isQualifier(close), close);
  }

  private void backticks() {
    nameOrLiteral(true, quoted.backticks(at));
  }

  private void nameOrLiteral(boolean isPlace, int close) {
    if (isPlace && close != Quoted.UNKNOWN && names.isName(at + 1, close - 1)) {
      name(close);
    } else {
      literal(close);
    }
  }

  /**
   * A name in SQL Server, where two that close are one in the name, otherwise a list or an index,
   * of which each part is read by itself.
   */
  private void bracket(char c) {
    int close = names.bracketEnd(at);
    if (c == '[' && close > at) {
      name(close);
    } else if (c == ']' && (brackets == 0 || is(']', at + 1))) {
      out.cut();
    } else {
      brackets += c == '[' ? 1 : -1;
      mark(c);
    }
  }

  private void name(int close) {
    if (sentence.hides(Keyword.OTHER)) {
      out.cut();
    } else {
      sentence.name(at + 1, close - 1);
      out.word(Keyword.OTHER, at, close);
      at = close;
    }
  }

  // Signs that may begin something.

  private void operatorOrComment(char c) {
    int commentEnd = comments.end(at, brackets > 0);
    if (commentEnd == Quoted.UNKNOWN) {
      out.cut();
    } else if (commentEnd > at) {
      out.blank();
      at = commentEnd;
    } else if ((c == '-' || c == '+') && sentence.expectsSign() && isNumber(at + 1)) {
      at++;
    } else {
      mark(c);
    }
  }

  private void dollar() {
    int close = quoted.dollars(at);
    if (close == at) {
      parameter(at + 1);
    } else {
      literal(close);
    }
  }

  private void colon() {
    if (is(':', at + 1) || is('=', at + 1)) {
      mark(':');
      mark(sql.charAt(at));
    } else {
      parameterOrMark(at + 1);
    }
  }

  private void parameterOrMark(int nameStart) {
    if (nameStart < end && Chars.isWord(sql.charAt(nameStart))) {
      parameter(nameStart);
    } else {
      mark(sql.charAt(at));
    }
  }

  private void parameter(int nameStart) {
    valueUntil(Chars.wordEnd(sql, nameStart, end));
  }

  private void mark(char c) {
    sentence.mark(c);
    out.mark(c);
    at++;
  }

  private void valueUntil(int valueEnd) {
    sentence.value();
    out.value();
    at = valueEnd;
  }

  private boolean isDigit(int i) {
    return i < end && Chars.isDigit(sql.charAt(i));
  }

  private boolean is(char c, int i) {
    return i < end && sql.charAt(i) == c;
  }
}
