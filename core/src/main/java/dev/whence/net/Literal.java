package dev.whence.net;

import org.jspecify.annotations.Nullable;

/** Reads addresses in figures, once through from left to right. For one thread and one text. */
final class Literal {
  private static final int LONGEST = 64;
  private static final int GROUPS = 8;
  private static final int LONGEST_PORT = 64;

  private final String text;
  private final int[] groups = new int[GROUPS];
  private int count;
  private int gap = -1;
  private boolean isDotted;

  private Literal(String text) {
    this.text = text;
  }

  static @Nullable IpAddress parseWithPort(String text) {
    if (text.length() > LONGEST + LONGEST_PORT) {
      return null;
    }
    if (text.startsWith("[")) {
      int close = text.indexOf(']');
      boolean isV6 = text.lastIndexOf(':', close) > 0;
      return isV6 && isPort(text.substring(close + 1)) ? parse(text.substring(1, close)) : null;
    }
    int colon = text.indexOf(':');
    if (colon < 0 || colon != text.lastIndexOf(':')) {
      return parse(text);
    }
    return isPort(text.substring(colon)) ? parse(text.substring(0, colon)) : null;
  }

  private static boolean isPort(String rest) {
    if (rest.isEmpty()) {
      return true;
    }
    boolean isNamed = rest.startsWith(":_");
    int from = isNamed ? 2 : 1;
    boolean fits = rest.charAt(0) == ':' && rest.length() > from && (isNamed || rest.length() <= 6);
    for (int i = from; fits && i < rest.length(); i++) {
      char c = rest.charAt(i);
      boolean isDigit = c >= '0' && c <= '9';
      fits = isDigit || (isNamed && isNameCharacter(c));
    }
    return fits;
  }

  private static boolean isNameCharacter(char c) {
    return (c < 128 && Character.isLetter(c)) || "._-".indexOf(c) >= 0;
  }

  static @Nullable IpAddress parse(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    if (text.indexOf(':') < 0) {
      long bits = v4(text);
      return bits < 0 ? null : IpAddress.ofV4(bits);
    }
    int zone = text.indexOf('%');
    return new Literal(zone < 0 ? text : text.substring(0, zone)).v6();
  }

  /** Returns the bits of an IPv4 address, -1 if {@code text} is none. */
  private static long v4(String text) {
    long bits = 0;
    int from = 0;
    for (int part = 0; part < 4; part++) {
      int dot = part == 3 ? text.length() : text.indexOf('.', from);
      int octet = dot < 0 ? -1 : octet(text, from, dot);
      if (octet < 0) {
        return -1;
      }
      bits = (bits << 8) | octet;
      from = dot + 1;
    }
    return bits;
  }

  private static int octet(String text, int from, int to) {
    boolean isPadded = to - from > 1 && text.charAt(from) == '0';
    int number = isPadded ? -1 : number(text, from, to, 10, 3);
    return number > 255 ? -1 : number;
  }

  private @Nullable IpAddress v6() {
    int from = 0;
    if (text.startsWith("::")) {
      gap = 0;
      from = 2;
    }
    while (from < text.length()) {
      int colon = text.indexOf(':', from);
      int end = colon < 0 ? text.length() : colon;
      if (!addPart(text.substring(from, end), colon < 0)) {
        return null;
      }
      from = colon < 0 ? end : behind(colon);
      if (from < 0) {
        return null;
      }
    }
    IpAddress address = isComplete() ? address() : null;
    return isDotted && address != null && isOutdated(address) ? null : address;
  }

  private static boolean isOutdated(IpAddress dotted) {
    return dotted.high() == 0 && dotted.low() >>> 32 == 0;
  }

  /** Returns where the next part begins; -1 if there is none behind a single colon. */
  private int behind(int colon) {
    boolean isDouble = text.startsWith("::", colon);
    if (!isDouble) {
      return colon + 1 < text.length() ? colon + 1 : -1;
    }
    if (gap >= 0) {
      return -1; // a second one
    }
    gap = count;
    return colon + 2;
  }

  private boolean addPart(String part, boolean isLast) {
    if (isLast && part.indexOf('.') >= 0) {
      return addV4(part);
    }
    int number = number(part, 0, part.length(), 16, 4);
    return number >= 0 && add(number);
  }

  private boolean addV4(String part) {
    isDotted = true;
    long bits = v4(part);
    return bits >= 0 && add((int) (bits >>> 16)) && add((int) (bits & 0xffff));
  }

  private boolean add(int group) {
    if (count == GROUPS) {
      return false;
    }
    groups[count++] = group;
    return true;
  }

  private boolean isComplete() {
    return gap < 0 ? count == GROUPS : count < GROUPS;
  }

  private IpAddress address() {
    long[] halves = new long[2];
    for (int i = 0; i < count; i++) {
      int place = gap < 0 || i < gap ? i : GROUPS - count + i;
      halves[place / 4] |= (long) groups[i] << (16 * (3 - place % 4));
    }
    return new IpAddress(halves[0], halves[1]);
  }

  private static int number(String text, int from, int to, int radix, int longest) {
    if (from == to || to - from > longest) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number;
  }
}
