package dev.whence.jdbc.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The words of SQL that tell how to read what follows them. */
enum Keyword {
  OTHER,
  // What a statement does.
  ALTER,
  BEGIN,
  CALL,
  COMMIT,
  COPY,
  CREATE,
  DECLARE,
  DELETE,
  DROP,
  EXEC,
  EXECUTE,
  EXPLAIN,
  GRANT,
  INSERT,
  LOCK,
  MERGE,
  PRAGMA,
  REPLACE,
  REVOKE,
  ROLLBACK,
  SAVEPOINT,
  SELECT,
  SET,
  SHOW,
  START,
  TRUNCATE,
  UPDATE,
  UPSERT,
  VALUES,
  // What else a statement may begin with.
  ATTACH,
  CONNECT,
  WITH,
  // What stands before a name.
  AS,
  FROM,
  INTO,
  JOIN,
  TABLE,
  EXISTS,
  IF,
  IGNORE,
  LATERAL,
  ONLY,
  // What a sign may follow.
  AND,
  BETWEEN,
  BY,
  ELSE,
  LIKE,
  LIMIT,
  NOT,
  OFFSET,
  OR,
  RETURN,
  THEN,
  WHEN,
  WHERE,
  // What else matters.
  DISTINCT,
  ESCAPE,
  IDENTIFIED,
  IN,
  ON,
  PASSWORD,
  VALUE;

  /** For each letter the words that begin with it. */
  private static final List<List<Keyword>> BY_LETTER = byLetter();

  private static final Set<Keyword> OPERATIONS = EnumSet.range(ALTER, VALUES);
  private static final Set<Keyword> QUERIES =
      EnumSet.of(SELECT, INSERT, UPDATE, DELETE, MERGE, REPLACE, UPSERT, CALL, VALUES, WITH);
  private static final Set<Keyword> SETTINGS =
      EnumSet.of(SET, PRAGMA, ATTACH, CONNECT, EXEC, EXECUTE);
  private static final Set<Keyword> BEFORE_TABLES = EnumSet.of(FROM, INTO, JOIN, TABLE, UPDATE);
  private static final Set<Keyword> BETWEEN_THAT_AND_TABLES =
      EnumSet.of(ONLY, LATERAL, TABLE, IF, NOT, EXISTS, IGNORE);
  private static final Set<Keyword> BEFORE_VALUES = EnumSet.range(AND, WHERE);

  static {
    BEFORE_VALUES.addAll(EnumSet.of(SELECT, SET, IN, ESCAPE, DISTINCT));
  }

  private static List<List<Keyword>> byLetter() {
    List<List<Keyword>> byLetter = new ArrayList<>();
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      char initial = letter;
      byLetter.add(Arrays.stream(values())
          .filter(keyword -> keyword != OTHER && keyword.name().charAt(0) == initial)
          .toList());
    }
    return List.copyOf(byLetter);
  }

  /** Returns the keyword that stands there, in letters of any size; {@code OTHER} if none does. */
  static Keyword of(CharSequence sql, int start, int end) {
    int letter = upper(sql.charAt(start)) - 'A';
    if (letter < 0 || letter >= BY_LETTER.size()) {
      return OTHER;
    }
    for (Keyword keyword : BY_LETTER.get(letter)) {
      if (keyword.is(sql, start, end)) {
        return keyword;
      }
    }
    return OTHER;
  }

  private boolean is(CharSequence sql, int start, int end) {
    String name = name();
    if (name.length() != end - start) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      if (name.charAt(i) != upper(sql.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }

  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
  }

  boolean isOperation() {
    return OPERATIONS.contains(this);
  }

  /** Says whether a statement that begins so reads or writes rows or calls a procedure. */
  boolean isQuery() {
    return QUERIES.contains(this);
  }

  /** Says whether this calls a procedure whose arguments may be bare words (Transact-SQL). */
  boolean callsProcedure() {
    return this == EXEC || this == EXECUTE;
  }

  /** Says whether bare words of a statement that begins so may be values. */
  boolean takesBareValues() {
    return SETTINGS.contains(this);
  }

  boolean announcesTable() {
    return BEFORE_TABLES.contains(this);
  }

  boolean mayStandBeforeTable() {
    return BETWEEN_THAT_AND_TABLES.contains(this);
  }

  /** Says whether a sign behind this belongs to a number. */
  boolean announcesValue() {
    return BEFORE_VALUES.contains(this);
  }
}
