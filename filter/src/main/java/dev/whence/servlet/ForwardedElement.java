package dev.whence.servlet;

import dev.whence.net.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * One element of a {@code Forwarded} header (RFC 7239, 4), such as
 * {@code for="[2001:db8::1]:4711";proto=https}, read once from left to right. For one thread.
 *
 * <p>More is taken than the RFC allows: blanks around pairs, and colons and brackets without
 * quotes, since proxies write both.
 */
final class ForwardedElement {
  private final String text;
  private int at;
  private @Nullable String node;

  private ForwardedElement(String text) {
    this.text = text;
  }

  /** Returns the address that {@code for} names; null if that is none, or {@code text} garbage. */
  static @Nullable IpAddress client(String text) {
    ForwardedElement element = new ForwardedElement(text);
    boolean isGood = element.readPairs();
    return isGood && element.node != null ? IpAddress.parseWithPort(element.node) : null;
  }

  private boolean readPairs() {
    while (at < text.length()) {
      skipBlanks();
      if (at < text.length() && text.charAt(at) != ';' && !readPair()) {
        return false;
      }
      skipBlanks();
      if (at < text.length() && text.charAt(at++) != ';') {
        return false;
      }
    }
    return true;
  }

  private void skipBlanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  /** Reads a name and a value; says whether they were there, and {@code for} but once. */
  private boolean readPair() {
    int equals = text.indexOf('=', at);
    if (equals < 0 || !isName(text.substring(at, equals))) {
      return false;
    }
    boolean isNode = text.substring(at, equals).equalsIgnoreCase("for");
    at = equals + 1;
    String value = value();
    if (value == null || (isNode && node != null)) {
      return false;
    }
    node = isNode ? value : node;
    return true;
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> c > ' ' && c < 127 && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0);
  }

  private @Nullable String value() {
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
      return quoted();
    }
    int semicolon = text.indexOf(';', at);
    int end = semicolon < 0 ? text.length() : semicolon;
    String value = text.substring(at, end).strip();
    at = end;
    return value.isEmpty() || value.indexOf('"') >= 0 ? null : value;
  }

  private @Nullable String quoted() {
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return value.toString();
      }
      if (c == '\\' && at < text.length()) {
        c = text.charAt(at++);
      }
      value.append(c);
    }
    return null; // never closed
  }
}
