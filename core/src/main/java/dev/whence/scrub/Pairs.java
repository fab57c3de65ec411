package dev.whence.scrub;

import dev.whence.scrub.text.Percent;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.TextScanner;
import java.util.function.UnaryOperator;

/**
 * Masks queries, forms and cookies pair by pair; names and separators stay as they came, to the
 * byte.
 */
final class Pairs {
  private final FieldScrubber fields;

  Pairs(FieldScrubber fields) {
    this.fields = fields;
  }

  /** Masks {@code a=1&b=2}. */
  String query(String query, Rule.Sink sink) {
    return form(TextScanner.cut(query), sink);
  }

  /** Masks the value of a Cookie header: every value goes. */
  String cookies(String cookies, Rule.Sink sink) {
    return eachPair(TextScanner.cut(cookies), ';', pair -> cookie(pair, sink));
  }

  /** Masks the path of a URL as text and its query, if it has one, pair by pair. */
  String url(String url, Rule.Sink sink) {
    int query = url.indexOf('?') + 1;
    if (query == 0 || query > TextScanner.LIMIT) {
      return fields.scrub(url, sink);
    }
    String path = url.substring(0, query);
    String pairs = url.substring(query);
    String cleanPath = fields.scrub(path, sink);
    String cleanPairs = query(pairs, sink);
    boolean isClean = cleanPath.equals(path) && cleanPairs.equals(pairs);
    return isClean ? url : cleanPath.concat(cleanPairs);
  }

  /** Masks {@code a=1&b=2}, however long it is. */
  String form(String form, Rule.Sink sink) {
    return eachPair(form, '&', pair -> pair(pair, sink));
  }

  /** Returns {@code form}, whose end is missing, without the value that may be half of one. */
  static String withoutLastValue(String form) {
    int pair = form.lastIndexOf('&') + 1;
    int value = form.indexOf('=', pair) + 1;
    return form.substring(0, value == 0 ? pair : value);
  }

  private String pair(String pair, Rule.Sink sink) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      return fields.scrubEncoded("", pair, sink);
    }
    String key = pair.substring(0, equals);
    String value = pair.substring(equals + 1);
    String cleanKey = fields.scrubEncoded("", key, sink);
    String cleanValue = fields.scrubEncoded(decodedTwice(key), value, sink);
    boolean isClean = cleanKey.equals(key) && cleanValue.equals(value);
    return isClean ? pair : cleanKey + '=' + cleanValue;
  }

  private static String decodedTwice(String key) {
    if (key.indexOf('%') < 0) {
      return key;
    }
    return Percent.decode(Percent.decode(key));
  }

  private static String cookie(String pair, Rule.Sink sink) {
    int value = pair.indexOf('=') + 1;
    while (value < pair.length() && pair.charAt(value) == ' ') {
      value++;
    }
    String masked = FieldScrubber.masked(Rule.COOKIE, pair.substring(value), sink);
    return pair.substring(0, value).concat(masked);
  }

  private static String eachPair(String text, char separator, UnaryOperator<String> change) {
    StringBuilder changed = new StringBuilder(text.length());
    int start = 0;
    while (start <= text.length()) {
      int found = text.indexOf(separator, start);
      int end = found < 0 ? text.length() : found;
      changed.append(change.apply(text.substring(start, end)));
      if (found >= 0) {
        changed.append(separator);
      }
      start = end + 1;
    }
    return text.contentEquals(changed) ? text : changed.toString();
  }
}
