package dev.whence.jdbc.sql;

import org.jspecify.annotations.Nullable;

/**
 * What the words of a statement say about each other: what it does, which table comes first, where
 * a name is expected, and where bare words may be secrets. For one thread.
 */
final class Sentence {
  private static final int DEEPEST = 64;
  private static final int NOWHERE = -1;

  private final CharSequence sql;
  private final StringBuilder table = new StringBuilder();
  private String operation = "";
  private boolean isOperationKnown;
  private boolean isTableKnown;

  /** The first word of the statement, until a semicolon ends it. */
  private @Nullable Keyword first;

  private boolean mentionsTable;

  /** Whether nothing came yet but a name and its parts, with which no statement begins. */
  private boolean isOnlyName;

  private boolean isArgument;
  private boolean isSecret;

  /** How deep stands what {@code WITH} is for. */
  private int withDepth = NOWHERE;

  private int depth;

  /** A bit for each depth: whether rows are read or deleted there, so that FROM names a table. */
  private long queries;

  // What came last.
  private Keyword last = Keyword.OTHER;
  private boolean isNameLast;
  private boolean isDotLast;
  private boolean isNameNext;
  private boolean isTableNext;
  private boolean isSignNext = true;

  Sentence(CharSequence sql) {
    this.sql = sql;
  }

  String operation() {
    return operation;
  }

  String table() {
    return table.toString();
  }

  /** Returns the word that came last, {@code OTHER} if something else did. */
  Keyword last() {
    return last;
  }

  /** Says whether a bare word here may be a value, such as a password or a setting's. */
  boolean hides(Keyword word) {
    boolean isBareValue = first != null && first.takesBareValues() && isArgument && !isDotLast;
    return isSecret || isBareValue || (word == Keyword.OTHER && isBehindProcedure());
  }

  /** Says whether the statement is but a name so far, which calls a procedure (Transact-SQL). */
  private boolean isBehindProcedure() {
    return isOnlyName && isNameLast && !isDotLast;
  }

  boolean expectsName() {
    return isNameNext || isDotLast;
  }

  boolean endsWithName() {
    return isNameLast;
  }

  /** Says whether a sign here belongs to the number behind it. */
  boolean expectsSign() {
    return isSignNext;
  }

  void word(Keyword keyword, int start, int end) {
    boolean isVerb = first == null ? begin(keyword) : goOn(keyword);
    boolean isTable = announcesTable(keyword, isVerb);
    if (keyword == Keyword.SELECT || keyword == Keyword.DELETE) {
      queries |= bit();
    }
    boolean isStillNext = isTableNext && keyword.mayStandBeforeTable();
    if (!isStillNext) {
      named(start, end);
    }
    after(keyword);
    isTableNext = isTable || isStillNext;
    isNameNext = isTable || keyword == Keyword.AS;
    isSignNext = keyword.announcesValue();
    mentionsTable |= keyword == Keyword.TABLE;
  }

  /** Takes a name in quotes, of which {@code start} and {@code end} are the inside. */
  void name(int start, int end) {
    if (first == null) {
      boolean unused = begin(Keyword.OTHER);
    } else {
      isOnlyName &= isDotLast;
    }
    isArgument = true;
    named(start, end);
    after(Keyword.OTHER);
  }

  void value() {
    if (isBehindProcedure()) {
      first = Keyword.EXEC;
    }
    isOnlyName = false;
    isArgument = true;
    isNameLast = false;
    isDotLast = false;
    endTable();
    after(Keyword.OTHER);
  }

  void mark(char mark) {
    isDotLast = mark == '.' && isNameLast;
    isOnlyName &= isDotLast;
    isNameLast = false;
    if (!isDotLast) {
      endTable();
    }
    if (mark == '(') {
      depth++;
      queries &= ~bit();
    } else if (mark == ')') {
      depth = Math.max(0, depth - 1);
    } else if (mark == ';') {
      endStatement();
    }
    after(Keyword.OTHER);
    isSignNext = mark != ')' && mark != ']' && mark != '.';
  }

  private boolean begin(Keyword keyword) {
    first = keyword;
    isOnlyName = keyword == Keyword.OTHER;
    if (!isOperationKnown) {
      operation = keyword.isOperation() ? keyword.name() : "";
      withDepth = keyword == Keyword.WITH ? depth : NOWHERE;
    }
    isOperationKnown = true;
    return true;
  }

  /** Says whether a word is what the statement does, which stands behind all that WITH names. */
  private boolean goOn(Keyword keyword) {
    isArgument = true;
    isOnlyName &= isDotLast;
    isSecret |= announcesSecret(keyword);
    if (keyword.callsProcedure() && first != Keyword.GRANT && first != Keyword.REVOKE) {
      first = keyword; // wherever a statement calls one, bare words are its arguments
      isArgument = false;
    }
    boolean isVerb = depth == withDepth && keyword.isQuery();
    if (isVerb) {
      operation = keyword.name();
      withDepth = NOWHERE;
    }
    return isVerb;
  }

  private boolean announcesSecret(Keyword keyword) {
    return switch (keyword) {
      case IDENTIFIED -> true;
      case PASSWORD -> !mentionsTable && first != null && !first.isQuery();
      case SET -> !mentionsTable && first == Keyword.ALTER;
      default -> false;
    };
  }

  private boolean announcesTable(Keyword keyword, boolean isVerb) {
    return switch (keyword) {
      case FROM -> (queries & bit()) != 0 && last != Keyword.DISTINCT;
      case UPDATE -> isVerb;
      default -> keyword.announcesTable();
    };
  }

  private void named(int start, int end) {
    boolean isPart = isDotLast && !table.isEmpty();
    if (isTableKnown || !(isTableNext || isPart)) {
      endTable();
    } else {
      table.append(isPart ? "." : "").append(sql, start, end);
    }
    isNameLast = true;
    isDotLast = false;
  }

  private void endTable() {
    isTableKnown |= !table.isEmpty();
  }

  private void after(Keyword keyword) {
    last = keyword;
    isNameNext = false;
    isTableNext = false;
    isSignNext = false;
  }

  private void endStatement() {
    first = null;
    mentionsTable = false;
    isArgument = false;
    isSecret = false;
    queries = 0;
    depth = 0;
  }

  /** Returns the bit of this depth, none where it is too deep to tell. */
  private long bit() {
    return depth < DEEPEST ? 1L << depth : 0;
  }
}
