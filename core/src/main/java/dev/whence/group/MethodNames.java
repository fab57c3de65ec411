package dev.whence.group;

/** Names of methods without what compilers and generators of proxies number anew. Stateless. */
final class MethodNames {
  private static final String LAMBDA = "lambda";
  private static final String KOTLIN_LAMBDA = "$lambda";
  private static final int LONGEST_HASH = 8;

  /** What generators put behind the name of a method; the rest says nothing. */
  private static final String[] MARKS = {
    "$suspendImpl", "$default", "$accessor$", "$original$", "$$super", "_aroundBody", "$advice"
  };

  private MethodNames() {}

  static String stable(String name) {
    if (name.indexOf('$') < 0 && name.indexOf('_') < 0) {
      return name;
    }
    if (name.startsWith("lambda$")) {
      return javaLambda(name);
    }
    if (name.startsWith("$anonfun$")) {
      return in(withoutNumbers(cutAt(name.substring(9), "$adapted")));
    }
    if (name.startsWith("access$") && isDigits(name, 7, name.length())) {
      return "access$#";
    }
    int kotlin = name.indexOf(KOTLIN_LAMBDA);
    return kotlin > 0 ? in(name.substring(0, kotlin)) : plain(name);
  }

  static boolean isLambda(String stable) {
    return stable.startsWith(LAMBDA) && (stable.length() == 6 || stable.startsWith(" in ", 6));
  }

  static String in(String method) {
    return method.isEmpty() ? LAMBDA : LAMBDA + " in " + method;
  }

  /** {@code lambda$save$12}, {@code lambda$save$a1b2$1} where it can be serialised. */
  private static String javaLambda(String name) {
    String numberless = withoutNumbers(name);
    if (numberless.length() <= 7) {
      return LAMBDA;
    }
    int last = numberless.lastIndexOf('$');
    boolean isHash = last > 7 && isHash(numberless, last + 1);
    return in(numberless.substring(7, isHash ? last : numberless.length()));
  }

  private static boolean isHash(String name, int from) {
    if (from == name.length() || name.length() - from > LONGEST_HASH) {
      return false;
    }
    boolean hasDigit = false;
    for (int i = from; i < name.length(); i++) {
      if (Character.digit(name.charAt(i), 16) < 0) {
        return false;
      }
      hasDigit |= Character.isDigit(name.charAt(i));
    }
    return hasDigit;
  }

  private static String plain(String name) {
    String plain = name;
    if (plain.startsWith("CGLIB$")) {
      plain = plain.substring(6);
    } else if (plain.startsWith("_d")) {
      plain = withoutDelegate(plain);
    }
    for (String mark : MARKS) {
      plain = cutAt(plain, mark);
    }
    return withoutNumbers(plain);
  }

  /** {@code _d12save}, as Javassist calls what its proxies stand for. */
  private static String withoutDelegate(String name) {
    int i = 2;
    while (i < name.length() && isDigit(name.charAt(i))) {
      i++;
    }
    return i > 2 && i < name.length() ? name.substring(i) : name;
  }

  private static String cutAt(String name, String mark) {
    int at = name.indexOf(mark);
    return at > 0 ? name.substring(0, at) : name;
  }

  /** Drops {@code $12} at the end, however often. */
  static String withoutNumbers(String name) {
    int end = name.length();
    while (true) {
      int dollar = name.lastIndexOf('$', end - 1);
      if (dollar <= 0 || !isDigits(name, dollar + 1, end)) {
        return name.substring(0, end);
      }
      end = dollar;
    }
  }

  static boolean isDigits(String name, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(name.charAt(i))) {
        return false;
      }
    }
    return from < to;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
