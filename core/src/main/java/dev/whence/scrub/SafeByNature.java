package dev.whence.scrub;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is never scanned, since it carries nothing personal but may look like it.
 *
 * <p>Of an event: its ID, time, level, release, environment and server name; types and modules of
 * exceptions; modules, functions, files and lines of frames; categories of breadcrumbs; the
 * request's method; and what is named below.
 */
final class SafeByNature {
  /** Fields of a frame, by the names of Sentry's event payload. */
  private static final Set<String> FRAME = Set.of(
      "module",
      "function",
      "filename",
      "abs_path",
      "package",
      "lineno",
      "colno",
      "in_app",
      "native");

  private static final Set<String> TRACE_IDS = Set.of("trace_id", "span_id", "parent_span_id");

  private static final int GROUP_KEY_LENGTH = 32;

  private static final Set<String> HEADERS = Set.of(
      "accept",
      "accept-charset",
      "accept-encoding",
      "accept-language",
      "b3",
      "content-security-policy",
      "content-type",
      "etag",
      "if-match",
      "if-none-match",
      "permissions-policy",
      "sentry-trace",
      "strict-transport-security",
      "traceparent",
      "tracestate",
      "user-agent",
      "vary",
      "x-amzn-trace-id",
      "x-b3-parentspanid",
      "x-b3-spanid",
      "x-b3-traceid",
      "x-cloud-trace-context");

  /** What browsers say of themselves (User-Agent Client Hints), {@code sec-ch-ua-mobile} too. */
  private static final String CLIENT_HINTS = "sec-ch-";

  private static final String FETCH_METADATA = "sec-fetch-";

  private SafeByNature() {}

  static boolean isHeader(String name) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    return HEADERS.contains(lowerCase)
        || lowerCase.startsWith(CLIENT_HINTS)
        || lowerCase.startsWith(FETCH_METADATA);
  }

  static boolean isOfFrame(String field) {
    return FRAME.contains(field);
  }

  /** Trace IDs are hexadecimal, so that one in many thousands looks like something else. */
  static boolean isTraceId(String name, @Nullable Object value) {
    return TRACE_IDS.contains(name) && value instanceof String id && isHex(id);
  }

  /** The same goes for what groups events. */
  static boolean isGroupKey(@Nullable Object value) {
    return value instanceof String key && key.length() == GROUP_KEY_LENGTH && isHex(key);
  }

  private static boolean isHex(String id) {
    return (id.length() == 16 || id.length() == 32)
        && id.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
  }
}
