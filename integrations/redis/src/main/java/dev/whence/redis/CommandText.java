package dev.whence.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a command by its name and by the sort of key that it is for, such as {@code GET session:*}:
 * never by a value, never by a whole key.
 *
 * <p>The sort of a key is what stands before its first colon, if that is a plain word without
 * digits; other keys are not told at all.
 */
public final class CommandText {
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9._-]{0,31}");
  private static final int LONGEST_SORT = 24;

  private CommandText() {}

  /**
   * Returns the text of a command.
   *
   * @param name as it goes over the wire
   * @param firstArgument asked only for commands whose first argument is a key; read from its
   *     position on, which stays
   */
  public static String of(byte[] name, Supplier<@Nullable ByteBuffer> firstArgument) {
    String told = nameOf(name);
    if (!KeyedCommands.contains(told)) {
      return told;
    }
    ByteBuffer key = firstArgument.get();
    String sort = key == null ? "" : sortOf(key);
    return sort.isEmpty() ? told : told + ' ' + sort + ":*";
  }

  /** Returns the command's name in upper case, {@code OTHER} if it is not like one. */
  public static String nameOf(byte[] name) {
    String told = new String(name, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
    return NAME.matcher(told).matches() ? told : "OTHER";
  }

  /** Returns the plain word before the first colon, empty if there is none. */
  private static String sortOf(ByteBuffer key) {
    int start = key.position();
    int end = Math.min(key.limit(), start + LONGEST_SORT + 1);
    StringBuilder sort = new StringBuilder(LONGEST_SORT);
    for (int i = start; i < end; i++) {
      char c = (char) key.get(i);
      if (c == ':') {
        return sort.toString();
      }
      if (!isPlain(c)) {
        return "";
      }
      sort.append(c);
    }
    return "";
  }

  private static boolean isPlain(char c) {
    char lower = (char) (c | 0x20);
    return (lower >= 'a' && lower <= 'z') || c == '_' || c == '-';
  }
}
