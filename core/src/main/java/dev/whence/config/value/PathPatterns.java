package dev.whence.config.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Paths below the application's root, written as in a servlet mapping: {@code /health},
 * {@code /static/*}, {@code *.css}. Immutable.
 */
public final class PathPatterns {
  private final Set<String> exact;
  private final List<String> prefixes;
  private final List<String> suffixes;

  private PathPatterns(Set<String> exact, List<String> prefixes, List<String> suffixes) {
    this.exact = Set.copyOf(exact);
    this.prefixes = List.copyOf(prefixes);
    this.suffixes = List.copyOf(suffixes);
  }

  /**
   * Reads patterns with commas between them.
   *
   * @throws IllegalArgumentException if one is neither a path, a prefix nor an extension
   */
  public static PathPatterns parse(String text) {
    Set<String> exact = new java.util.HashSet<>();
    List<String> prefixes = new ArrayList<>();
    List<String> suffixes = new ArrayList<>();
    for (String item : Values.list(text)) {
      if (item.startsWith("*.") && item.indexOf('*', 1) < 0) {
        suffixes.add(item.substring(1));
      } else if (item.startsWith("/")
          && item.endsWith("/*")
          && item.indexOf('*') > item.length() - 2) {
        prefixes.add(item.substring(0, item.length() - 1));
        exact.add(item.substring(0, item.length() - 2));
      } else if (item.startsWith("/") && item.indexOf('*') < 0) {
        exact.add(item);
      } else {
        throw new IllegalArgumentException(
            "use paths such as /health, /static/* or *.css, with commas between them");
      }
    }
    return new PathPatterns(exact, prefixes, suffixes);
  }

  public boolean isEmpty() {
    return exact.isEmpty() && prefixes.isEmpty() && suffixes.isEmpty();
  }

  public boolean matches(String path) {
    if (exact.contains(path)) {
      return true;
    }
    for (String prefix : prefixes) {
      if (path.startsWith(prefix)) {
        return true;
      }
    }
    for (String suffix : suffixes) {
      if (path.endsWith(suffix)) {
        return true;
      }
    }
    return false;
  }
}
