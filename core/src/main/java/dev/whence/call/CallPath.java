package dev.whence.call;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes something like a route of a path whose template is not known: what looks like an ID becomes
 * <code>{id}</code>.
 */
public final class CallPath {
  private static final int LONGEST = 200;
  private static final int LONGEST_NAME = 24;

  /** Numbers, UUIDs, and hexadecimal digits of eight or more with a number among them. */
  private static final Pattern ID = Pattern.compile(
      "\\d+|(?=.*\\d)[0-9a-fA-F]{8,}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private CallPath() {}

  /** Returns {@code path}, encoded, without IDs, parameters of segments, and what is too long. */
  public static String of(@Nullable String path) {
    if (path == null || path.isEmpty()) {
      return "/";
    }
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      segments.add(name(segment));
    }
    String route = String.join("/", segments);
    return route.length() <= LONGEST ? route : route.substring(0, LONGEST);
  }

  private static String name(String segment) {
    int end = segment.indexOf(';');
    String plain = end < 0 ? segment : segment.substring(0, end);
    boolean isLong = plain.length() > LONGEST_NAME && plain.chars().anyMatch(Character::isDigit);
    return isLong || ID.matcher(plain).matches() ? "{id}" : plain;
  }
}
