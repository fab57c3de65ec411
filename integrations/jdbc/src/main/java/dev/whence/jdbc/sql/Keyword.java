package dev.whence.jdbc.sql;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
  PASSWORD,
  VALUE;

  private static final int LONGEST = 10;
  private static final Map<String, Keyword> BY_NAME = new HashMap<>();

  static {
    for (Keyword keyword : values()) {
      BY_NAME.put(keyword.name(), keyword);
    }
  }

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

  static Keyword of(CharSequence sql, int start, int end) {
    if (end - start > LONGEST || end - start < 2) {
      return OTHER;
    }
    String word = sql.subSequence(start, end).toString().toUpperCase(Locale.ROOT);
    return BY_NAME.getOrDefault(word, OTHER);
  }

  boolean isOperation() {
    return OPERATIONS.contains(this);
  }

  /** Says whether a statement that begins so reads or writes rows or calls a procedure. */
  boolean isQuery() {
    return QUERIES.contains(this);
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
