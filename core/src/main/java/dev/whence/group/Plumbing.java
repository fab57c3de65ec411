package dev.whence.group;

import org.jspecify.annotations.Nullable;

/** Tells calls that only lead to others. Stateless. */
final class Plumbing {
  /** Different from JVM to JVM, and from one call to the next. */
  private static final String[] PACKAGES = {
    "java.lang.reflect.",
    "jdk.internal.reflect.",
    "sun.reflect.",
    "java.lang.invoke.",
    "dev.whence.servlet.",
    "dev.whence.jaxrs.",
    "_COROUTINE."
  };

  /** Who calls these is whoever happened to complete a future, or to have time for a task. */
  private static final String[] TASKS = {
    "java.util.concurrent.CompletableFuture",
    "java.util.concurrent.ForkJoin",
    "java.util.concurrent.FutureTask",
    "java.util.concurrent.ThreadPoolExecutor"
  };

  private Plumbing() {}

  /** Whether this runs tasks that somebody else has thought of. */
  static boolean runsTasks(String module) {
    return startsWithAny(module, TASKS);
  }

  static boolean isPlumbing(String module) {
    return startsWithAny(module, PACKAGES)
        || (module.indexOf('$') >= 0
            && (module.contains("$$FastClass") || ClassNames.isJdkProxy(module)));
  }

  private static boolean startsWithAny(String module, String[] prefixes) {
    for (String prefix : prefixes) {
      if (module.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether {@code place} passes on what it was called with, as filters and interceptors do.
   *
   * @param callee what it called
   * @param isByReflection whether it did so by reflection
   */
  static boolean passesOn(Place place, @Nullable Place callee, boolean isByReflection) {
    if (callee == null) {
      return false;
    }
    if (isProceeding(callee.method())) {
      return true;
    }
    boolean isSameFunction = callee.type().equals(place.type())
        && place.method().equals(MethodNames.in(callee.method()));
    return isSameFunction || (isByReflection && isIntercepting(place.method()));
  }

  private static boolean isProceeding(String method) {
    return switch (method) {
      case "doFilter", "doFilterInternal", "internalDoFilter", "proceed", "invokeSuper" -> true;
      default -> false;
    };
  }

  private static boolean isIntercepting(String method) {
    return switch (method) {
      case "intercept", "invoke", "aroundInvoke" -> true;
      default -> false;
    };
  }
}
