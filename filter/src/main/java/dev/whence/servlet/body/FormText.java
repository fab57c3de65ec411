package dev.whence.servlet.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes parameters as a form, {@code a=1&b=2}, up to a limit, and leaves out those that the query
 * brought: a container puts their values ahead of the body's. For one thread.
 */
final class FormText {
  private final int limit;
  private final StringBuilder text = new StringBuilder();

  FormText(int limit) {
    this.limit = limit;
  }

  void add(Map<String, String[]> parameters, @Nullable String query) {
    Map<String, Integer> asked = query == null ? Map.of() : names(query);
    for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
      String[] values = parameter.getValue();
      for (int i = asked.getOrDefault(parameter.getKey(), 0); i < values.length; i++) {
        if (!isWhole()) {
          return;
        }
        add(parameter.getKey(), values[i]);
      }
    }
  }

  private void add(String name, String value) {
    text.append(text.length() == 0 ? "" : "&")
        .append(encoded(name))
        .append('=')
        .append(encoded(value));
  }

  /** Encodes as much as there may be room for. */
  private String encoded(String plain) {
    return URLEncoder.encode(plain.substring(0, Math.min(limit + 1, plain.length())), UTF_8);
  }

  /** Counts the values of each name. */
  private static Map<String, Integer> names(String query) {
    Map<String, Integer> counts = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      counts.merge(decoded(equals < 0 ? pair : pair.substring(0, equals)), 1, Integer::sum);
    }
    return counts;
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, UTF_8);
    } catch (IllegalArgumentException e) {
      return name; // malformed, so the container made no parameter of it
    }
  }

  boolean isWhole() {
    return text.length() <= limit;
  }

  /** Returns what was written, cut at the limit. */
  String text() {
    return text.substring(0, Math.min(limit, text.length()));
  }
}
