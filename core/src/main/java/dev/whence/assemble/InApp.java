package dev.whence.assemble;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells the application's own classes from those of its libraries: by package prefixes if there are
 * any, else by whether the class lies in a directory of its own, as {@code WEB-INF/classes} does.
 *
 * <p>For any thread; remembers what it found.
 */
public final class InApp {
  private static final int REMEMBERED = 4_096;
  private static final List<String> NEVER =
      List.of("java.", "javax.", "jakarta.", "jdk.", "sun.", "com.sun.", "dev.whence.");

  private final List<String> prefixes;
  private final @Nullable ClassLoader loader;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  public InApp(List<String> prefixes, @Nullable ClassLoader loader) {
    this.prefixes = List.copyOf(prefixes);
    this.loader = loader;
  }

  boolean test(String className) {
    if (!prefixes.isEmpty()) {
      return startsWithAny(className, prefixes);
    }
    if (startsWithAny(className, NEVER)) {
      return false;
    }
    Boolean answer = known.get(className);
    if (answer == null) {
      answer = liesInDirectory(className);
      if (known.size() < REMEMBERED) {
        known.put(className, answer);
      }
    }
    return answer;
  }

  private static boolean startsWithAny(String className, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private boolean liesInDirectory(String className) {
    int generated = className.indexOf("$$");
    String name = generated < 0 ? className : className.substring(0, generated);
    String file = name.replace('.', '/') + ".class";
    URL place = loader == null ? ClassLoader.getSystemResource(file) : loader.getResource(file);
    return place != null
        && (place.getProtocol().equals("file")
            || place.getPath().contains("/WEB-INF/classes")
            || place.getPath().contains("/BOOT-INF/classes"));
  }
}
