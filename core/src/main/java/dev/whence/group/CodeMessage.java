package dev.whence.group;

import java.util.StringJoiner;

/** Messages of the JVM that tell of code, not of data: what is quoted in them stays. Stateless. */
final class CodeMessage {
  private static final String CAST = " cannot be cast to ";
  private static final String LOCAL = "<local";

  /** How the JVM explains a {@code NullPointerException}. */
  private static final String[] HELPFUL = {
    "Cannot invoke \"",
    "Cannot read field \"",
    "Cannot read the array length",
    "Cannot load from ",
    "Cannot store to ",
    "Cannot assign field \"",
    "Cannot throw exception",
    "Cannot enter synchronized block"
  };

  private CodeMessage() {}

  static boolean isOne(String type, String message) {
    return switch (type) {
      case "java.lang.NullPointerException" -> isHelpful(message);
      case "java.lang.ClassCastException" -> message.startsWith("class ") && message.contains(CAST);
      default -> false;
    };
  }

  private static boolean isHelpful(String message) {
    for (String start : HELPFUL) {
      if (message.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  static String stable(String message, Names names) {
    return message.contains(CAST) ? cast(message, names) : withoutNumbers(message);
  }

  /** What follows in parentheses are the class loaders. */
  private static String cast(String message, Names names) {
    int loaders = message.indexOf(" (");
    StringJoiner stable = new StringJoiner(" ");
    for (String word : (loaders < 0 ? message : message.substring(0, loaders)).split(" ", -1)) {
      stable.add(names.type(word));
    }
    return stable.toString();
  }

  /** {@code <local4>} is the fourth for this compiler only; an array's index is data. */
  private static String withoutNumbers(String message) {
    StringBuilder out = new StringBuilder(message.length());
    int i = 0;
    while (i < message.length()) {
      char c = message.charAt(i);
      boolean isNumber = MethodNames.isDigit(c) && (endsWith(out, "[") || endsWith(out, LOCAL));
      if (!isNumber) {
        out.append(c);
        i++;
        continue;
      }
      out.append('#');
      while (i < message.length() && MethodNames.isDigit(message.charAt(i))) {
        i++;
      }
    }
    return out.toString();
  }

  private static boolean endsWith(StringBuilder text, String end) {
    int from = text.length() - end.length();
    return from >= 0 && text.indexOf(end, from) == from;
  }
}
