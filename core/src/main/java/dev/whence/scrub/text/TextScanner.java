package dev.whence.scrub.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Masks what gives itself away in free text, in one pass whose time grows linearly.
 *
 * <p>Nothing happens until a character that may belong to something sensitive; then verifiers look
 * at what is around it and either find a stretch to mask or say where to look on, never behind. A
 * clean text is returned as it is. Immutable, for many threads.
 */
public final class TextScanner {
  /** Ends a text that was cut. */
  public static final String CUT = "…";

  /** How many characters of a field's text are looked at and sent. */
  public static final int LIMIT = 8_192;

  private static final int WORD_LIMIT = 256;
  private static final int DECODINGS = 2;
  private static final int DIGITS = 7;
  private static final int SHORT_WORD = 12;

  private final Rule[] rules;
  private final Finder.Verifier[] verifiers;
  private final Triggers triggers;

  /** Looks at texts that were percent-decoded once more; null where nothing is decoded. */
  private final @Nullable TextScanner deeper;

  /** The application's own; null if it has none. */
  private final @Nullable Patterns patterns;

  /** Asks {@code looks}, the first one first, and searches for the application's own patterns. */
  public TextScanner(List<Finder> looks, List<OwnPattern> own) {
    this(looks, own.isEmpty() ? null : new Patterns(own), DECODINGS);
  }

  private TextScanner(List<Finder> looks, @Nullable Patterns patterns, int decodings) {
    this.patterns = patterns;
    deeper = decodings == 0 ? null : new TextScanner(looks, patterns, decodings - 1);
    List<Finder> all = new ArrayList<>(looks);
    if (deeper != null) {
      all.add(new Finder(Rule.KEY, "%", this::lookBehindEscapes));
    }
    rules = all.stream().map(Finder::rule).toArray(Rule[]::new);
    verifiers = all.stream().map(Finder::verifier).toArray(Finder.Verifier[]::new);
    triggers = new Triggers(all);
  }

  /** Whether the application's own patterns are searched for. */
  public boolean hasPatterns() {
    return patterns != null;
  }

  /** Cuts {@code text} to the limit, then masks what is left. */
  public String scrub(String text, Rule.Sink sink) {
    return isLong(text)
        ? scan(text.substring(0, cutEnd(text)), sink).concat(CUT)
        : scan(text, sink);
  }

  /** Cuts {@code text} to the limit and masks nothing. */
  public static String cut(String text) {
    return isLong(text) ? text.substring(0, cutEnd(text)).concat(CUT) : text;
  }

  /** Returns {@code text}, whose end is missing, without the word or number that is cut through. */
  public static String withoutLastWord(String text) {
    return text.substring(0, lastGap(text, text.length(), 0));
  }

  private static boolean isLong(String text) {
    return text.length() > LIMIT;
  }

  /** Returns where to cut: before a word or number that would be left half, and unrecognizable. */
  private static int cutEnd(String text) {
    int hard = LIMIT - CUT.length();
    int lowest = hard - WORD_LIMIT;
    int end = lastGap(text, hard, lowest);
    if (end > lowest) {
      return end;
    }
    return Character.isHighSurrogate(text.charAt(hard - 1)) ? hard - 1 : hard;
  }

  private static int lastGap(String text, int from, int lowest) {
    int end = from;
    while (end > lowest && !isGap(text.charAt(end - 1))) {
      end--;
    }
    while (end > lowest && " 0123456789+-.()/".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean isGap(char c) {
    return c <= ' ' || ",;&\"<>{}".indexOf(c) >= 0;
  }

  /** Masks what {@code text} holds, however long it is. */
  public String scan(CharSequence text, Rule.Sink sink) {
    return scan(text, 0, sink);
  }

  /**
   * Masks what {@code text} holds, of which is known, by {@link #plainEnd}, that nobody asks before
   * {@code plainEnd} but for what an escape hid.
   */
  public String scan(CharSequence text, int plainEnd, Rule.Sink sink) {
    if (text.length() >= Span.LONGEST_TEXT) {
      throw new IllegalArgumentException("a text of " + text.length() + " characters");
    }
    Patterns.Search own = search(text);
    long found = own == null ? seek(text, lookBack(text, plainEnd), 0) : next(text, 0, own);
    if (!Span.isHit(found)) {
      return text.toString();
    }
    StringBuilder masked = new StringBuilder(text.length());
    int copied = 0;
    while (Span.isHit(found)) {
      Rule rule = rule(found);
      masked.append(text, copied, Span.start(found)).append(rule.marker());
      sink.hit(rule, Span.end(found) - Span.start(found));
      copied = Span.end(found);
      found = next(text, copied, own);
    }
    return masked.append(text, copied, text.length()).toString();
  }

  /** Returns where a number or word begins that may reach to {@code from}. */
  private static int lookBack(CharSequence text, int from) {
    return Chars.wordStart(text, Math.max(0, from - Chars.GROUPS_LIMIT), 0);
  }

  private Patterns.@Nullable Search search(CharSequence text) {
    return patterns == null ? null : patterns.search(text, rules.length + 1);
  }

  private long next(CharSequence text, int floor, Patterns.@Nullable Search own) {
    if (own == null) {
      return seek(text, floor, floor);
    }
    if (!own.knowsLook(floor)) {
      own.look(seek(text, floor, floor));
    }
    return own.next(floor);
  }

  private Rule rule(long found) {
    int finder = Span.finder(found);
    return finder <= rules.length
        ? rules[finder - 1]
        : Objects.requireNonNull(patterns).rule(finder - rules.length - 1);
  }

  /**
   * Returns where the first character stands, from {@code from} on, at which a rule would look, or
   * a quote or a backslash; what is before it is clean if it is the end or a quote.
   */
  public int plainEnd(CharSequence text, int from) {
    return patterns == null ? nextTrigger(text, shortWordEnd(text, from)) : from;
  }

  /** Returns the end of a word of few letters if a quote is there: no rule looks at it. */
  private static int shortWordEnd(CharSequence text, int from) {
    int length = text.length();
    int highest = Math.min(length, from + SHORT_WORD);
    int end = from;
    while (end < highest && Chars.isLetter(text.charAt(end))) {
      end++;
    }
    return end < length && text.charAt(end) == '"' ? end : from;
  }

  /** Returns the first rule that hits {@code text}, which was percent-decoded once. */
  public @Nullable Rule firstHit(CharSequence text) {
    TextScanner scanner = deeper == null ? this : deeper;
    long found = scanner.next(text, 0, scanner.search(text));
    return Span.isHit(found) ? scanner.rule(found) : null;
  }

  /**
   * Returns the first stretch to mask from {@code from} on; everything before {@code floor} is
   * done.
   */
  private long seek(CharSequence text, int from, int floor) {
    int length = text.length();
    int at = nextTrigger(text, from);
    while (at < length) {
      char c = text.charAt(at);
      int next = Chars.isWord(c) ? Chars.wordEnd(text, at + 1) : at + 1;
      long hit = Span.miss(at);
      for (int finder : asked(text, at, c)) {
        long found = verifiers[finder - 1].find(text, at, floor);
        if (Span.isHit(found)) {
          hit = Span.longest(hit, Span.by(finder, found));
        } else {
          next = Math.max(next, Span.next(found));
        }
      }
      if (Span.isHit(hit)) {
        return hit;
      }
      at = nextTrigger(text, next);
    }
    return Span.miss(at);
  }

  /**
   * Returns where somebody is asked next, or a quote or a backslash stands, from {@code from} on.
   */
  private int nextTrigger(CharSequence text, int from) {
    int length = text.length();
    int at = from;
    while (at < length) {
      char c = text.charAt(at);
      if (triggers.isPlain(c)) {
        at++;
      } else if (c == '"' || c == '\\' || asked(text, at, c).length > 0) {
        return at;
      } else {
        at = Chars.isWord(c) ? Chars.wordEnd(text, at + 1) : at + 1;
      }
    }
    return at;
  }

  /** Returns whom to ask at the sign, word or number that begins with {@code c}. */
  private int[] asked(CharSequence text, int at, char c) {
    if (!Chars.isDigit(c)) {
      return c == ':' && Chars.isTime(text, at) ? Triggers.NOBODY : triggers.at(text, at, c);
    }
    int[] keys = triggers.at(text, at, c);
    boolean isNumber =
        keys.length == 0 && Chars.digitsAhead(text, at) >= DIGITS && !Chars.isDate(text, at);
    return isNumber ? triggers.atDigits() : keys;
  }

  /** Decodes the path segment, name or value around {@code at}; a hit in it masks it whole. */
  private long lookBehindEscapes(CharSequence text, int at, int floor) {
    if (!Percent.isEscape(text, at)) {
      return Span.miss(at);
    }
    int start = Percent.pieceStart(text, at, floor);
    int end = Percent.pieceEnd(text, at);
    String piece = text.subSequence(start, end).toString();
    TextScanner scanner = Objects.requireNonNull(deeper);
    long found = scanner.seek(Percent.decode(piece), 0, 0);
    if (!Span.isHit(found) && piece.indexOf('+') >= 0) {
      found = scanner.seek(Percent.decode(piece.replace('+', ' ')), 0, 0); // as forms write blanks
    }
    return Span.isHit(found) ? Span.by(Span.finder(found), Span.hit(start, end)) : Span.miss(end);
  }
}
