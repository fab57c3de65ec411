package dev.whence.scrub.body;

import dev.whence.scrub.field.FieldScrubber;
import dev.whence.scrub.field.Findings;
import dev.whence.scrub.field.MemberName;
import dev.whence.scrub.field.PairRole;
import dev.whence.scrub.key.Decision;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.TextScanner;
import org.jspecify.annotations.Nullable;

/**
 * Masks the values of a JSON text and copies all else as it came, to the byte.
 *
 * <p>Forgiving: it reads names, values and brackets without asking whether they fit. What ends too
 * early loses its last word, which may be half a secret, and is closed; behind something that is no
 * JSON the rest is masked as free text. One pass, linear, without recursion but for JSON in a
 * string, three levels deep. For one thread and one text.
 */
public final class JsonText {
  private static final int DEEPEST_IN_STRINGS = 3;
  private static final int LONGEST_PLAIN_NUMBER = 12;
  private static final int NOWHERE = -1;

  private final String text;
  private final boolean isWhole;
  private final FieldScrubber fields;
  private final Findings findings;
  private final int level;
  private final JsonPath path;
  private final Rule.Sink here = this::hit;
  private final StringBuilder clean = new StringBuilder(0);
  private int copied;
  private int at;

  /** The name whose value is to come, NOWHERE if there is none. */
  private int nameStart = NOWHERE;

  private int nameEnd = NOWHERE;

  /** The name if it is a short clean one. */
  private @Nullable MemberName name;

  /** Whether an object begins, so that its first member tells what it is. */
  private boolean isFirst;

  /** Whether what was read last is a string where a name should be, without its colon. */
  private boolean isOrphan;

  /** Where the last string began. */
  private int lastOpen = NOWHERE;

  /** Where the last string ended. */
  private int lastQuote = NOWHERE;

  /** Where the value stands of an object or list that names it beside: {"name":…,"value":…}. */
  private int partner = NOWHERE;

  /**
   * Prepares to mask {@code text}.
   *
   * @param isWhole false if we cut it, so that it is to be closed
   */
  public JsonText(String text, boolean isWhole, FieldScrubber fields, Findings findings) {
    this(text, isWhole, fields, findings, 0);
  }

  private JsonText(
      String text, boolean isWhole, FieldScrubber fields, Findings findings, int level) {
    this.text = text;
    this.isWhole = isWhole;
    this.fields = fields;
    this.findings = findings;
    this.level = level;
    this.path = new JsonPath(text, fields);
  }

  /** Whether {@code text} may be JSON with something in it. */
  public static boolean isLikely(String text) {
    int first = JsonStrings.blanksEnd(text, 0);
    return first < text.length() && "{[".indexOf(text.charAt(first)) >= 0;
  }

  /** Returns the text with its values masked, the same instance if there is nothing to mask. */
  public String scrub() {
    boolean isJson = true;
    while (isJson && at < text.length()) {
      isJson = step();
    }
    if (!isJson) {
      rest();
    } else if (path.depth() > 0 && !isWhole) {
      close();
    }
    return clean.length() == 0
        ? text
        : clean.append(text, copied, text.length()).toString();
  }

  /** Reads what begins at the place; false if it is no JSON. */
  private boolean step() {
    char c = text.charAt(at);
    isOrphan &= JsonStrings.isBlank(c);
    switch (c) {
      case '"' -> string();
      case '{', '[' -> open(c);
      case '}', ']' -> {
        path.leave();
        forgetName();
        at++;
      }
      case ',' -> {
        path.next();
        forgetName();
        at++;
      }
      default -> {
        if (c == '/' && JsonStrings.isComment(text, at)) {
          at = JsonStrings.commentEnd(text, at);
          return true;
        }
        if (!JsonStrings.isBlank(c) && c != ':') {
          return scalar();
        }
        at++;
      }
    }
    return true;
  }

  private void forgetName() {
    nameStart = NOWHERE;
    nameEnd = NOWHERE;
    name = null;
  }

  private Decision decision() {
    if (at == partner) {
      return Decision.HIDE;
    }
    if (nameStart == NOWHERE) {
      return fields.decideUnnamed();
    }
    return name != null
        ? fields.decide(name)
        : fields.decide(JsonStrings.plain(text, nameStart, nameEnd));
  }

  private void open(char bracket) {
    int end = JsonStrings.blanksEnd(text, at + 1);
    boolean isEmpty = end < text.length() && text.charAt(end) == (bracket == '{' ? '}' : ']');
    if (!isEmpty && decision().hidesTree()) {
      int close = JsonStrings.treeEnd(text, at);
      hide(at, close, quoted(Rule.KEY.marker()), Decision.HIDE);
      at = close;
      forgetName();
      return;
    }
    isFirst = bracket == '{';
    if (!isFirst && path.isInList()) {
      pair(NamedValues.inList(text, at, fields));
    }
    path.enter(bracket, nameStart, nameEnd, name);
    forgetName();
    at++;
  }

  private void pair(int value) {
    partner = value == NOWHERE ? partner : value;
  }

  /** Reads a string: a name if a colon follows, else a value. */
  private void string() {
    int start = at + 1;
    MemberName known = nameStart == NOWHERE && path.isInObject() ? fields.name(text, start) : null;
    int end = known == null ? NOWHERE : start + known.text().length();
    if (known != null && isColonBehind(end)) {
      name(start, end, known);
    } else {
      other(start);
    }
  }

  private boolean isColonBehind(int quote) {
    int after = JsonStrings.blanksEnd(text, quote + 1);
    return after < text.length() && text.charAt(after) == ':';
  }

  private void name(int start, int end, @Nullable MemberName known) {
    if (isFirst && (known == null || known.role() != PairRole.STRANGER)) {
      pair(NamedValues.inObject(text, start - 1, fields));
    }
    isFirst = false;
    nameStart = start;
    nameEnd = end;
    name = known;
    at = end + 1;
  }

  private void other(int start) {
    Decision decision = decision();
    int plainEnd = decision.keeps() ? fields.plainEnd(text, start) : start;
    int end = JsonStrings.end(text, plainEnd);
    boolean isClean = decision.keeps() && end == plainEnd && end < text.length();
    if (isColonBehind(end)) {
      if (!isClean) {
        show(start, plainEnd, end);
      }
      name(start, end, null);
      return;
    }
    end = decision.hidesTree() ? hiddenEnd(end) : end;
    boolean isOpen = end == text.length();
    if (decision.keeps() ? !isClean : !isHidden(decision, start, end)) {
      int shown = isOpen ? lastWordStart(start) : end;
      show(start, Math.min(plainEnd, shown), shown);
      cut(shown, end);
      boolean isFlag = path.isInList() && text.startsWith("--", start);
      partner = isFlag && NamedValues.isFlag(text.substring(start, shown), fields)
          ? behindComma(end + 1)
          : partner;
    }
    isOrphan = path.isInObject() && nameStart == NOWHERE;
    lastOpen = start - 1;
    lastQuote = end;
    at = Math.min(text.length(), end + 1);
    if (isOpen && !isWhole) {
      closeString();
    }
    forgetName();
  }

  /** Returns where a secret ends, which goes on if behind its quote comes what should not. */
  private int hiddenEnd(int quote) {
    int end = quote;
    int after = JsonStrings.blanksEnd(text, end + 1);
    while (after < text.length() && ",}]".indexOf(text.charAt(after)) < 0) {
      end = JsonStrings.end(text, end + 1);
      after = JsonStrings.blanksEnd(text, end + 1);
    }
    return end;
  }

  private boolean isHidden(Decision decision, int start, int end) {
    String value = JsonStrings.plain(text, start, end);
    boolean isHidden = decision.hides(value);
    if (isHidden && !FieldScrubber.isMasked(value)) {
      hide(start, end, fields.replacement(decision, value), decision);
    }
    return isHidden;
  }

  /**
   * Masks what the string from {@code start} to {@code end} gives away by its looks.
   *
   * @param plainEnd before which nobody asks and nothing is escaped
   */
  private void show(int start, int plainEnd, int end) {
    String value = JsonStrings.plain(text, start, plainEnd, end);
    if (level == DEEPEST_IN_STRINGS && isLikely(value) && value.contains("\\\"")) {
      hide(start, end, Rule.KEY.marker(), Decision.HIDE); // nobody looks deeper
      return;
    }
    String shown = level < DEEPEST_IN_STRINGS && isLikely(value)
        ? inString(value)
        : fields.scan(value, plainEnd - start, here);
    if (!shown.equals(value)) {
      replace(start, end, JsonStrings.quoted(shown));
    }
  }

  private String inString(String json) {
    int before = mark();
    String shown = new JsonText(json, true, fields, findings, level + 1).scrub();
    findings.leave(before);
    return shown;
  }

  /** Reads a number, true, false or null; false if it is none of them. */
  private boolean scalar() {
    int end = JsonStrings.scalarEnd(text, at);
    char first = text.charAt(at);
    boolean isNumber = first == '-' || (first >= '0' && first <= '9');
    if (end == at || !(isNumber || JsonStrings.isWord(text, at, end))) {
      return false;
    }
    Decision decision = decision();
    boolean isCut = end == text.length() && path.depth() > 0 && !isWhole;
    if (isNumber ? decision.hides(text, at, end) : decision.hidesFlag() && first != 'n') {
      hide(at, end, quoted(fields.replacement(decision, text.substring(at, end))), decision);
    } else if (isCut) {
      replace(at, end, quoted(TextScanner.CUT));
    } else if (isNumber && (end - at > LONGEST_PLAIN_NUMBER || fields.hasPatterns())) {
      number(end);
    }
    at = end;
    forgetName();
    return true;
  }

  private void number(int end) {
    String number = text.substring(at, end);
    String shown = fields.scan(number, here);
    if (!shown.equals(number)) {
      replace(at, end, quoted(shown));
    }
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private void hide(int start, int end, String marker, Decision decision) {
    hit(FieldScrubber.rule(decision), end - start);
    replace(start, end, marker);
  }

  private void hit(Rule rule, int length) {
    int before = mark();
    findings.hit(rule, length);
    findings.leave(before);
  }

  /** Tells the findings where we are; returns what is needed to come back. */
  private int mark() {
    int before = findings.mark();
    path.tell(findings, nameStart, nameEnd, name);
    return before;
  }

  private void replace(int start, int end, String shown) {
    if (clean.length() == 0) {
      clean.ensureCapacity(text.length() + shown.length());
    }
    clean.append(text, copied, start).append(shown);
    copied = end;
  }

  private void cut(int start, int end) {
    if (start < end) {
      replace(start, end, TextScanner.CUT);
    }
  }

  /** Returns where the value stands that comes next, NOWHERE if none does. */
  private int behindComma(int from) {
    int comma = JsonStrings.blanksEnd(text, from);
    boolean isComma = comma < text.length() && text.charAt(comma) == ',';
    return isComma ? JsonStrings.blanksEnd(text, comma + 1) : NOWHERE;
  }

  /** Returns where to cut the open string from {@code start}, whose last word may be half. */
  private int lastWordStart(int start) {
    String open = text.substring(start);
    int word = start + TextScanner.withoutLastWord(open).length();
    return isWhole && text.indexOf('@', word) < 0 ? text.length() : word;
  }

  private void closeString() {
    clean.append(text, copied, text.length()).append('"');
    copied = text.length();
  }

  /** Closes what is open where the text ends too early. */
  private void close() {
    clean.append(text, copied, text.length());
    copied = text.length();
    String cut = quoted(TextScanner.CUT);
    char c = clean.charAt(JsonStrings.lastMark(clean));
    if (isOrphan) {
      clean.append(':').append(cut);
    } else if (c == ':') {
      clean.append(cut);
    } else if (",{[".indexOf(c) >= 0) {
      clean.append(path.isInObject() ? cut + ":" + cut : cut);
    }
    path.closeAll(clean);
  }

  /** Masks as free text what is left, with the name whose value is to come. */
  private void rest() {
    int last =
        lastQuote != NOWHERE && JsonStrings.blanksEnd(text, lastQuote + 1) == at ? lastOpen : at;
    int start = nameStart == NOWHERE ? last : nameStart - 1;
    int from = Math.max(copied, start);
    String left = text.substring(from);
    String shown = fields.isClosed()
        ? FieldScrubber.masked(Rule.PRESET, left, findings)
        : fields.scan(left, findings);
    if (!shown.equals(left)) {
      replace(from, text.length(), shown);
    }
  }
}
