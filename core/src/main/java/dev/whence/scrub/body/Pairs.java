package dev.whence.scrub.body;

import dev.whence.scrub.field.FieldScrubber;
import dev.whence.scrub.field.Findings;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.TextScanner;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Masks queries, forms and cookies pair by pair; names and separators stay as they came, to the
 * byte.
 */
public final class Pairs {
  private static final Set<String> ATTRIBUTES =
      Set.of("path", "domain", "expires", "max-age", "samesite", "priority", "version");
  private static final Set<String> FLAGS = Set.of("secure", "httponly", "partitioned");

  private static final int NAME_LIMIT = 64;

  private final FieldScrubber fields;
  private final FieldScrubber values;

  /**
   * Masks by {@code fields}.
   *
   * @param values what masks the values of pairs
   */
  public Pairs(FieldScrubber fields, FieldScrubber values) {
    this.fields = fields;
    this.values = values;
  }

  /** Masks {@code a=1&b=2}. */
  public String query(String query, Findings findings) {
    return form(TextScanner.cut(query), findings);
  }

  /** Masks the value of a Cookie header: every value goes. */
  public String cookies(String cookies, Findings findings) {
    return eachPair(TextScanner.cut(cookies), ";", pair -> cookie(pair, findings));
  }

  /** Masks the value of a Set-Cookie header; its attributes (RFC 6265) stay. */
  public String setCookie(String cookie, Findings findings) {
    return eachPair(
        TextScanner.cut(cookie), ";", pair -> isAttribute(pair) ? pair : cookie(pair, findings));
  }

  private static boolean isAttribute(String pair) {
    int equals = pair.indexOf('=');
    String name = pair.substring(0, equals < 0 ? pair.length() : equals).strip();
    return (equals < 0 ? FLAGS : ATTRIBUTES).contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether {@code text} is the address of something, with a query. */
  public static boolean isUrl(String text) {
    boolean isAddress =
        text.startsWith("/") || text.startsWith("http://") || text.startsWith("https://");
    return isAddress && text.indexOf(' ') < 0 && (text.indexOf('?') > 0 || text.indexOf('#') > 0);
  }

  /** Masks the path of a URL as text, its query and its fragment, if they are pairs, as such. */
  public String url(String url, Findings findings) {
    int hash = url.indexOf('#');
    if (hash >= 0 && url.indexOf('=', hash) > 0) {
      String head = url.substring(0, hash);
      String cleanHead = urlWithoutFragment(head, findings);
      String fragment = url.substring(hash + 1);
      String cleanFragment = fragment.indexOf('?') < 0
          ? query(fragment, findings)
          : urlWithoutFragment(fragment, findings);
      boolean isClean = cleanHead.equals(head) && cleanFragment.equals(fragment);
      return isClean ? url : cleanHead + '#' + cleanFragment;
    }
    return urlWithoutFragment(url, findings);
  }

  private String urlWithoutFragment(String url, Findings findings) {
    int query = url.indexOf('?') + 1;
    if (query == 0 || query > TextScanner.LIMIT) {
      return fields.scrub(url, findings);
    }
    String path = url.substring(0, query - 1);
    String pairs = url.substring(query);
    String cleanPath = fields.scrub(path, findings);
    String cleanPairs = query(pairs, findings);
    boolean isClean = cleanPath.equals(path) && cleanPairs.equals(pairs);
    return isClean ? url : cleanPath + '?' + cleanPairs;
  }

  /** Masks {@code a=1&b=2}, however long it is. */
  public String form(String form, Findings findings) {
    return eachPair(form, "&;", pair -> pair(pair, findings));
  }

  /** Returns {@code form}, whose end is missing, without the value that may be half of one. */
  static String withoutLastValue(String form) {
    int pair = form.lastIndexOf('&') + 1;
    int value = form.indexOf('=', pair) + 1;
    return form.substring(0, value == 0 ? pair : value);
  }

  private String pair(String pair, Findings findings) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      return values.scrubEncoded("", pair, findings);
    }
    String key = pair.substring(0, equals);
    String value = pair.substring(equals + 1);
    String cleanKey = fields.scrubEncoded("", key, findings);
    int mark = findings.enter(cleanKey);
    String cleanValue = values.scrubEncoded(key, value, findings);
    findings.leave(mark);
    boolean isClean = cleanKey.equals(key) && cleanValue.equals(value);
    return isClean ? pair : cleanKey + '=' + cleanValue;
  }

  private String cookie(String pair, Findings findings) {
    int value = pair.indexOf('=') + 1;
    int mark = findings.enter(fields.scan(
        pair.substring(0, Math.max(0, value - 1)).strip(), (rule, length) -> {}));
    while (value < pair.length() && pair.charAt(value) == ' ') {
      value++;
    }
    String masked = FieldScrubber.masked(Rule.COOKIE, pair.substring(value), findings);
    findings.leave(mark);
    return pair.substring(0, value).concat(masked);
  }

  /** Whether a pair ends there; in forms a semicolon ends one if another begins behind it. */
  private static boolean isSeparator(String text, int at, String separators) {
    char c = text.charAt(at);
    return separators.indexOf(c) >= 0 && (c == separators.charAt(0) || isName(text, at + 1));
  }

  private static boolean isName(String text, int from) {
    int end = from;
    while (end < text.length()
        && end - from < NAME_LIMIT
        && (Character.isLetterOrDigit(text.charAt(end)) || "_.-".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end > from && end < text.length() && text.charAt(end) == '=';
  }

  private static String eachPair(String text, String separators, UnaryOperator<String> change) {
    StringBuilder changed = new StringBuilder(text.length());
    int start = 0;
    while (start <= text.length()) {
      int end = start;
      while (end < text.length() && !isSeparator(text, end, separators)) {
        end++;
      }
      changed.append(change.apply(text.substring(start, end)));
      if (end < text.length()) {
        changed.append(text.charAt(end));
      }
      start = end + 1;
    }
    return text.contentEquals(changed) ? text : changed.toString();
  }
}
