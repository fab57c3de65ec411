package dev.whence.snapshot;

import dev.whence.event.Breadcrumb;
import dev.whence.event.Category;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.event.User;
import dev.whence.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request thread hands to the recorder: references, and copies of what will not last.
 *
 * @param what the failure or message itself
 * @param surroundings what was known around it
 * @param request null outside a request
 * @param hint what the processor gets beside the event; opaque here
 * @param heldBack how many repeats of a failure it stands for; 0 if it is one itself
 */
public record Snapshot(
    Occurrence what,
    Surroundings surroundings,
    @Nullable RequestSnapshot request,
    Object hint,
    long heldBack)
    implements Recordable {
  private static final int BASE_WEIGHT = 4_096;
  private static final int BREADCRUMB_WEIGHT = 256;
  private static final int ENTRY_WEIGHT = 64;

  /** Makes a snapshot of something that happened once. */
  public Snapshot(
      Occurrence what, Surroundings surroundings, @Nullable RequestSnapshot request, Object hint) {
    this(what, surroundings, request, hint, 0);
  }

  /**
   * The failure or message.
   *
   * @param throwable what was thrown; for a message the place where it was captured, or null
   * @param message null for a failure
   * @param mechanism who saw it, such as {@code servlet}
   * @param handled false if nobody in the application caught it
   */
  public record Occurrence(
      EventId id,
      Instant time,
      Level level,
      @Nullable Throwable throwable,
      @Nullable String message,
      String mechanism,
      boolean handled) {}

  /**
   * What was known around it.
   *
   * @param handler the code that the request was given to; null if unknown
   * @param status of the answer; 0 if unknown
   * @param duration of the request until it was finished; zero outside a request
   * @param trace that it is part of, which the contexts may tell more closely; null outside a
   *     request
   */
  public record Surroundings(
      @Nullable String requestId,
      @Nullable String route,
      @Nullable String handler,
      int status,
      Duration duration,
      @Nullable User user,
      Map<String, String> tags,
      Map<String, Map<String, Object>> contexts,
      List<String> fingerprint,
      List<Breadcrumb> breadcrumbs,
      @Nullable Trace trace) {
    /** Returns the tags that say what is known without anybody having set them. */
    public Map<String, String> ownTags() {
      Map<String, String> own = new LinkedHashMap<>();
      if (requestId != null) {
        own.put("request_id", requestId);
      }
      if (user != null && user.tenant() != null) {
        own.put("tenant", user.tenant());
      }
      return own;
    }
  }

  /** Returns this without what only a request of its own needs, to be kept as an example. */
  public Snapshot example() {
    return new Snapshot(what, surroundings, null, hint);
  }

  /** Returns the summary of {@code count} failures like this one. */
  public Snapshot standingFor(EventId id, long count) {
    Occurrence now = new Occurrence(
        id,
        Instant.now(),
        what.level(),
        what.throwable(),
        what.message(),
        what.mechanism(),
        what.handled());
    return new Snapshot(now, surroundings, request, hint, count);
  }

  @Override
  public EventId id() {
    return what.id();
  }

  @Override
  public Category category() {
    return Category.ERROR;
  }

  /** Estimates the bytes that this holds on to; a throwable's own trace is part of the base. */
  @Override
  public int weight() {
    int weight = BASE_WEIGHT + textWeight(what.message()) + weight(surroundings.tags());
    for (Breadcrumb breadcrumb : surroundings.breadcrumbs()) {
      weight += BREADCRUMB_WEIGHT + textWeight(breadcrumb.message()) + weight(breadcrumb.data());
    }
    for (Map<String, Object> context : surroundings.contexts().values()) {
      weight += weight(context);
    }
    return weight + (request == null ? 0 : request.weight());
  }

  private static int weight(Map<String, ?> values) {
    int weight = 0;
    for (Object value : values.values()) {
      weight += ENTRY_WEIGHT + textWeight(value);
    }
    return weight;
  }

  private static int textWeight(@Nullable Object value) {
    return value instanceof CharSequence text ? 2 * text.length() : 0;
  }
}
