package dev.whence.trace.header;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code baggage} (W3C Baggage, 3.3), with the members that Sentry gives names of its
 * own taken out. Immutable.
 *
 * @param sentry values by name, decoded, without their prefix, in their order
 * @param others all other members as they came
 */
public record Baggage(Map<String, String> sentry, String others) {
  private static final String PREFIX = "sentry-";
  private static final int MOST_MEMBERS = 64;
  private static final int MOST_BYTES = 8_192;
  private static final Baggage NONE = new Baggage(Map.of(), "");

  public Baggage {
    sentry = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sentry));
  }

  /**
   * Reads a list; members that are malformed are left out, and so is all beyond 8,192 characters
   * and 64 members.
   *
   * @param lines all lines of the header, joined by commas
   */
  public static Baggage parse(@Nullable String lines) {
    if (lines == null || lines.isEmpty()) {
      return NONE;
    }
    Map<String, String> sentry = new LinkedHashMap<>();
    StringBuilder others = new StringBuilder();
    int members = 0;
    int from = 0;
    while (from < lines.length() && members < MOST_MEMBERS) {
      int comma = lines.indexOf(',', from);
      int to = comma < 0 ? lines.length() : comma;
      if (to > MOST_BYTES) {
        break;
      }
      members += add(lines.substring(from, to).strip(), sentry, others);
      from = to + 1;
    }
    return new Baggage(sentry, others.toString());
  }

  /** Returns how many members that was: one or none. */
  private static int add(String member, Map<String, String> sentry, StringBuilder others) {
    int equals = member.indexOf('=');
    if (equals <= 0 || !isPrintable(member)) {
      return 0;
    }
    String key = member.substring(0, equals).strip();
    if (!key.startsWith(PREFIX)) {
      others.append(others.length() == 0 ? "" : ",").append(member);
      return 1;
    }
    int semicolon = member.indexOf(';', equals);
    String value = member.substring(equals + 1, semicolon < 0 ? member.length() : semicolon);
    String decoded = decoded(value.strip());
    if (decoded != null && key.length() > PREFIX.length()) {
      sentry.putIfAbsent(key.substring(PREFIX.length()), decoded);
    }
    return 1;
  }

  /** What is handed on must not be able to end a header's line. */
  private static boolean isPrintable(String member) {
    return member.chars().allMatch(c -> (c >= ' ' && c <= '~') || c == '\t');
  }

  /** Returns the text that {@code value} is percent-encoded from; null if it is from none. */
  private static @Nullable String decoded(String value) {
    if (value.indexOf('%') < 0) {
      return value;
    }
    ByteBuffer bytes = ByteBuffer.allocate(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '%') {
        bytes.put((byte) c);
      } else {
        int high = i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(value.charAt(i + 2), 16);
        if (low < 0) {
          return null;
        }
        bytes.put((byte) (high << 4 | low));
        i += 2;
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /**
   * Writes a header: third-party members first, as many as fit beside ours, which are there whole
   * or not at all.
   */
  public static String write(String others, Map<String, String> sentryMembers) {
    StringBuilder ours = new StringBuilder();
    int count = 0;
    for (Map.Entry<String, String> member : sentryMembers.entrySet()) {
      String written = PREFIX + member.getKey() + '=' + encoded(member.getValue());
      if (ours.length() + 1 + written.length() <= MOST_BYTES && count < MOST_MEMBERS) {
        ours.append(ours.length() == 0 ? "" : ",").append(written);
        count++;
      }
    }
    StringBuilder all = new StringBuilder();
    for (String member : others.isEmpty() ? new String[0] : others.split(",", -1)) {
      if (count < MOST_MEMBERS
          && all.length() + 1 + member.length() + 1 + ours.length() <= MOST_BYTES) {
        all.append(all.length() == 0 ? "" : ",").append(member);
        count++;
      }
    }
    return all.append(all.length() == 0 || ours.length() == 0 ? "" : ",")
        .append(ours)
        .toString();
  }

  /** Leaves what RFC 3986 calls unreserved, which receivers of every kind read alike. */
  private static String encoded(String value) {
    StringBuilder text = new StringBuilder(value.length());
    for (byte next : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (next & 0xFF);
      boolean isPlain = (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || "-._~".indexOf(c) >= 0;
      if (isPlain) {
        text.append(c);
      } else {
        text.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 0xF, 16)));
      }
    }
    return text.toString();
  }
}
