package dev.whence.jdbc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JDBC URLs, of which each driver has a grammar of its own and most may hold a password. */
final class JdbcUrl {
  /** What begins the URL of a connection that is seen; the URL of the driver follows. */
  static final String PREFIX = "jdbc:whence:";

  private static final Pattern HOST = Pattern.compile(
      "(//)?(?<host>[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.%]{2,64}])(:\\d*)?([/;?,:\\\\].*)?");

  private JdbcUrl() {}

  /** Returns the other driver's URL. */
  static String real(String url) {
    String rest = url.substring(PREFIX.length());
    return rest.startsWith("jdbc:") ? rest : "jdbc:" + rest;
  }

  /** Returns the first host; empty if there is none or it cannot be told from a user's name. */
  static String host(String url) {
    int at = url.lastIndexOf('@');
    if (at > firstOf(url, "?;")) {
      return "";
    }
    int start = at < 0 ? url.indexOf("//") : at + 1;
    Matcher host = HOST.matcher(start < 0 ? "" : url.substring(start));
    return host.matches() ? host.group("host") : "";
  }

  /** Returns what to call a data source that nobody named: the driver's part and the host. */
  static String name(String url) {
    String[] parts = url.split(":", 3);
    String host = host(url);
    return host.isEmpty() ? parts[1] : parts[1] + " " + host;
  }

  private static int firstOf(String url, String ends) {
    int first = 0;
    while (first < url.length() && ends.indexOf(url.charAt(first)) < 0) {
      first++;
    }
    return first;
  }
}
