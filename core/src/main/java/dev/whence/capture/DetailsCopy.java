package dev.whence.capture;

import dev.whence.event.Breadcrumb;
import dev.whence.event.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is said in {@link Details} at one moment, for an event. Immutable. */
public record DetailsCopy(
    Map<String, String> tags,
    Map<String, Map<String, Object>> contexts,
    List<Breadcrumb> breadcrumbs,
    @Nullable User user,
    List<String> fingerprint) {
  public static final DetailsCopy EMPTY =
      new DetailsCopy(Map.of(), Map.of(), List.of(), null, List.of());

  public DetailsCopy tagged(Map<String, String> newTags) {
    return new DetailsCopy(newTags, contexts, breadcrumbs, user, fingerprint);
  }

  /** Returns this with a context named {@code trace}, unless there is one. */
  public DetailsCopy in(Map<String, Object> trace) {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>(contexts);
    all.putIfAbsent("trace", trace);
    return new DetailsCopy(tags, all, breadcrumbs, user, fingerprint);
  }

  /** Returns this with what {@code nearer} says in its place where both speak. */
  public DetailsCopy overlaid(DetailsCopy nearer) {
    return new DetailsCopy(
        merged(tags, nearer.tags),
        merged(contexts, nearer.contexts),
        joined(breadcrumbs, nearer.breadcrumbs),
        nearer.user == null ? user : nearer.user,
        nearer.fingerprint.isEmpty() ? fingerprint : nearer.fingerprint);
  }

  /** Adds everything here to {@code details}. */
  public void addTo(Details details) {
    tags.forEach(details::tag);
    contexts.forEach(details::context);
    breadcrumbs.forEach(details::breadcrumb);
    if (user != null) {
      details.user(user);
    }
    if (!fingerprint.isEmpty()) {
      details.fingerprint(fingerprint.toArray(String[]::new));
    }
  }

  private static <V> Map<String, V> merged(Map<String, V> outer, Map<String, V> nearer) {
    if (outer.isEmpty() || nearer.isEmpty()) {
      return outer.isEmpty() ? nearer : outer;
    }
    Map<String, V> merged = new LinkedHashMap<>(outer);
    merged.putAll(nearer);
    return merged;
  }

  private static List<Breadcrumb> joined(List<Breadcrumb> outer, List<Breadcrumb> nearer) {
    if (outer.isEmpty() || nearer.isEmpty()) {
      return outer.isEmpty() ? nearer : outer;
    }
    List<Breadcrumb> joined = new ArrayList<>(outer);
    joined.addAll(nearer);
    return joined;
  }
}
