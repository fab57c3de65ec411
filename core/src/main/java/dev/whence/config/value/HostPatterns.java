package dev.whence.config.value;

import java.util.List;
import java.util.Locale;

/**
 * A set of hosts, written as names and as endings of names: {@code api.example.com,*.example.org}.
 * Immutable.
 */
public final class HostPatterns {
  private static final String REMEDY =
      "use names of hosts such as api.example.com, *.example.com for all below it, * for every"
          + " host, or none";

  private final boolean isEvery;
  private final List<String> names;

  private HostPatterns(boolean isEvery, List<String> names) {
    this.isEvery = isEvery;
    this.names = names;
  }

  /**
   * Reads a list of hosts; {@code *} is every host, {@code none} is no host.
   *
   * @throws IllegalArgumentException if it holds what is no name of a host
   */
  public static HostPatterns parse(String text) {
    if (text.equals("none")) {
      return new HostPatterns(false, List.of());
    }
    List<String> names =
        Values.list(text).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    names.forEach(HostPatterns::check);
    return new HostPatterns(names.contains("*"), names);
  }

  private static void check(String name) {
    String host = name.startsWith("*.") ? name.substring(2) : name;
    boolean isAddress = host.startsWith("[");
    boolean isHost = !host.isEmpty()
        && (isAddress || host.indexOf(':') < 0)
        && host.chars().allMatch(c -> Character.isLetterOrDigit(c) || ".-_[]:".indexOf(c) >= 0);
    if (!isHost && !name.equals("*")) {
      throw new IllegalArgumentException(REMEDY);
    }
  }

  /** Says whether {@code host}, a name or an address without a port, is one of these. */
  public boolean matches(String host) {
    if (isEvery) {
      return true;
    }
    String asked = host.toLowerCase(Locale.ROOT);
    for (String name : names) {
      boolean isHere = name.startsWith("*.")
          ? asked.endsWith(name.substring(1)) && asked.length() > name.length() - 1
          : asked.equals(name);
      if (isHere) {
        return true;
      }
    }
    return false;
  }
}
