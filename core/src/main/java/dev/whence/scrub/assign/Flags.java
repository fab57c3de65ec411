package dev.whence.scrub.assign;

import dev.whence.scrub.key.Decision;
import dev.whence.scrub.key.KeyRules;
import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.Span;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds secrets on a command line: {@code --password x}, {@code curl -u user:x}. */
public final class Flags {
  /** A hyphen and one more, or a letter. */
  public static final String TRIGGERS = "--"
      + IntStream.rangeClosed('a', 'z')
          .mapToObj(c -> " -" + (char) c + " -" + (char) (c - 'a' + 'A'))
          .collect(Collectors.joining());

  private static final int NAME_LIMIT = 64;

  private final KeyRules keys;

  public Flags(KeyRules keys) {
    this.keys = keys;
  }

  /** Looks for a flag that begins with the hyphen at {@code at}. */
  public long find(CharSequence text, int at, int floor) {
    if (!isFirst(text, at, floor)) {
      return Span.miss(at);
    }
    if (Chars.startsWith(text, at, "-u ") || Chars.startsWith(text, at, "--user ")) {
      return user(text, text.charAt(at + 1) == 'u' ? at + 3 : at + 7, at);
    }
    if (Chars.startsWith(text, at, "-p ") && isSshpass(text, at, floor)) {
      return value(text, at + 3, Decision.HIDE);
    }
    int name = Chars.startsWith(text, at, "--") ? at + 2 : at + 1;
    int end = nameEnd(text, name);
    int value = Chars.blanksEnd(text, end);
    boolean isFlag =
        end > name + 1 && value > end && keys.decide(text, name, end).hidesTree();
    return isFlag ? value(text, value, keys.decide(text, name, end)) : Span.miss(at);
  }

  private static boolean isFirst(CharSequence text, int at, int floor) {
    return at == floor || text.charAt(at - 1) <= ' ' || Chars.isQuote(text.charAt(at - 1));
  }

  private static boolean isSshpass(CharSequence text, int at, int floor) {
    int end = Chars.blanksStart(text, at, floor);
    int start = Chars.wordStart(text, end, Math.max(floor, end - 16));
    return Chars.isWordAt(text, start, end, "sshpass");
  }

  private static int nameEnd(CharSequence text, int from) {
    int end = from;
    while (end < text.length()
        && end - from < NAME_LIMIT
        && (Chars.isWord(text.charAt(end)) || ".-".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private static long value(CharSequence text, int at, Decision decision) {
    boolean isFlag = Chars.startsWith(text, at, "-");
    return isFlag ? Span.miss(at) : AssignedValue.findBehindFlag(text, at, decision);
  }

  /** Masks the password of {@code user:password}. */
  private static long user(CharSequence text, int from, int at) {
    int start =
        Chars.startsWith(text, from, "'") || Chars.startsWith(text, from, "\"") ? from + 1 : from;
    int colon = nameEnd(text, start);
    int password = colon + 1;
    int end = password;
    while (end < text.length() && text.charAt(end) > ' ' && !Chars.isQuote(text.charAt(end))) {
      end++;
    }
    boolean isPassword =
        Chars.startsWith(text, colon, ":") && end > password && Rule.markerAt(text, password) == 0;
    return isPassword ? Span.hit(password, end) : Span.miss(at);
  }
}
