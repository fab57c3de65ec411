package dev.whence.report.trim;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of the places in an event at which step they go, or how long a text there may be. A place is
 * named by the members that lead to it, with dots between them; the elements of an array have its
 * name.
 */
final class TrimRules {
  /** Names all places that no rule distinguishes. */
  static final String ELSEWHERE = "*";

  static final String BREADCRUMBS = "breadcrumbs.values";
  static final String EXCEPTIONS = "exception.values";
  static final String CONTEXTS = "contexts";
  static final String OWN_CONTEXT = "contexts.whence";
  static final String NOTE = "trimmed";

  private static final int LONG = 8_192;
  private static final int MODERATE = 1_024;
  private static final int SHORT = 100;

  private static final String EXCEPTION_MESSAGE = "exception.values.value";
  private static final Set<String> MESSAGES =
      Set.of(EXCEPTION_MESSAGE, "logentry.formatted", "logentry.message");
  private static final Set<String> FRAMES =
      Set.of("exception.values.stacktrace.frames", "threads.values.stacktrace.frames");
  private static final String STACK = "exception.values.stacktrace";

  /** The objects of whose members some rule speaks. */
  private static final Set<String> OPEN = Set.of(
      "",
      "breadcrumbs",
      CONTEXTS,
      OWN_CONTEXT,
      "contexts.response",
      "contexts.trace",
      "exception",
      EXCEPTIONS,
      "exception.values.mechanism",
      STACK,
      "logentry",
      "request",
      "tags",
      "threads",
      "threads.values",
      "threads.values.stacktrace",
      "user");

  private static final Map<String, TrimStep> GOES = Map.of(
      "request.data",
      TrimStep.REQUEST_BODY,
      "extra",
      TrimStep.CONTEXTS,
      "modules",
      TrimStep.CONTEXTS,
      "breadcrumbs",
      TrimStep.BREADCRUMBS,
      "spans",
      TrimStep.FRAMES,
      OWN_CONTEXT + '.' + NOTE,
      TrimStep.LONG_TEXTS);

  private static final Set<String> KEPT_CONTEXTS =
      Set.of(OWN_CONTEXT, "contexts.trace", "contexts.response", "contexts.runtime", "contexts.os");

  /** What is left in the end. */
  private static final Set<String> ESSENTIAL = Set.of(
      "event_id",
      "type",
      "start_timestamp",
      "timestamp",
      "platform",
      "level",
      "transaction",
      "transaction_info",
      "release",
      "environment",
      "server_name",
      "sdk",
      "logentry",
      "logentry.formatted",
      "logentry.message",
      "exception",
      EXCEPTIONS,
      "exception.values.type",
      "exception.values.module",
      EXCEPTION_MESSAGE,
      STACK,
      "exception.values.stacktrace.frames",
      "exception.values.mechanism",
      "exception.values.mechanism.type",
      "exception.values.mechanism.handled",
      "exception.values.mechanism.exception_id",
      "exception.values.mechanism.parent_id",
      "fingerprint",
      "tags",
      "tags.request_id",
      "tags.tenant",
      "user",
      "user.id",
      "request",
      "request.method",
      "request.url",
      CONTEXTS,
      OWN_CONTEXT,
      "contexts.whence.request_id",
      "contexts.whence.duration_ms",
      "contexts.response",
      "contexts.response.status_code",
      "contexts.trace",
      "contexts.trace.trace_id",
      "contexts.trace.span_id",
      "contexts.trace.parent_span_id",
      "contexts.trace.op",
      "contexts.trace.status");

  private TrimRules() {}

  /** Names the member {@code name} of the object at {@code place}. */
  static String member(String place, String name) {
    if (place.isEmpty()) {
      return name;
    }
    return OPEN.contains(place) ? place + '.' + name : ELSEWHERE;
  }

  static boolean areFrames(String place) {
    return FRAMES.contains(place);
  }

  /**
   * Returns the step at which {@code member} of {@code place} goes, null for none.
   *
   * @param isBetween whether it belongs to an exception that is neither outermost nor root
   */
  static @Nullable TrimStep end(String place, String member, boolean isBetween) {
    if (member.equals(ELSEWHERE)) {
      return null;
    }
    if (isBetween && member.equals(STACK)) {
      return TrimStep.EXCEPTIONS;
    }
    if (place.equals(CONTEXTS) && !KEPT_CONTEXTS.contains(member)) {
      return TrimStep.CONTEXTS;
    }
    return GOES.getOrDefault(member, ESSENTIAL.contains(member) ? null : TrimStep.REST);
  }

  /**
   * Returns the step that cuts texts at {@code place} most, of those that {@code step} includes.
   */
  static TrimStep cutting(String place, TrimStep step) {
    TrimStep most = MESSAGES.contains(place) ? TrimStep.EXCEPTIONS : TrimStep.TEXTS;
    return step.includes(most) ? most : TrimStep.LONG_TEXTS;
  }

  /** Returns how many characters {@code cutting} leaves of a text at {@code place}. */
  static int length(String place, TrimStep cutting, boolean isBetween) {
    if (cutting == TrimStep.LONG_TEXTS) {
      return LONG;
    }
    return isBetween && place.equals(EXCEPTION_MESSAGE) ? SHORT : MODERATE;
  }
}
