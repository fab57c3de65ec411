package dev.whence.group;

import org.jspecify.annotations.Nullable;

/**
 * The code that a request was given to: a method, such as {@code OrdersResource.order}, or a
 * servlet's class. What called it is none of the application's business.
 */
record Handler(String name) {
  private static final int LONGEST = 512;

  static @Nullable Handler named(@Nullable String name) {
    return name == null || name.isEmpty() || name.length() > LONGEST ? null : new Handler(name);
  }

  boolean is(Place place) {
    return isMethod(place) || (isServing(place.method()) && isClass(place.type(), name.length()));
  }

  private boolean isMethod(Place place) {
    int dot = name.length() - place.method().length() - 1;
    return dot > 0
        && name.charAt(dot) == '.'
        && name.endsWith(place.method())
        && isClass(place.type(), dot);
  }

  /** Whether the first {@code length} characters of the name are {@code type}, packages or not. */
  private boolean isClass(String type, int length) {
    int start = type.length() - length;
    return start >= 0
        && type.startsWith(name.substring(0, length), start)
        && (start == 0 || type.charAt(start - 1) == '.' || type.charAt(start - 1) == '$');
  }

  /** Methods by which servlets are called. */
  private static boolean isServing(String method) {
    return method.equals("service")
        || (method.startsWith("do")
            && method.length() > 2
            && Character.isUpperCase(method.charAt(2)));
  }
}
