package dev.whence;

import dev.whence.event.Breadcrumb;
import dev.whence.event.Consent;
import dev.whence.event.Level;
import dev.whence.event.User;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contents of a scope. For any thread: a request may be worked on by several. */
final class Details implements Scope {
  private static final int MOST_ENTRIES = 100;

  private final int maxBreadcrumbs;

  // Guarded by this; no caller's code runs and nothing waits under it.
  private @Nullable Map<String, String> tags;
  private @Nullable Map<String, Map<String, Object>> contexts;
  private @Nullable ArrayDeque<Breadcrumb> breadcrumbs;
  private @Nullable User user;
  private @Nullable String route;
  private @Nullable String keptRoute;
  private @Nullable Consent consent;
  private List<String> fingerprint = List.of();

  Details(int maxBreadcrumbs) {
    this.maxBreadcrumbs = maxBreadcrumbs;
  }

  @Override
  public synchronized Details tag(String name, String value) {
    if (tags == null) {
      tags = new LinkedHashMap<>();
    }
    if (tags.size() < MOST_ENTRIES || tags.containsKey(name)) {
      tags.put(name, value);
    }
    return this;
  }

  @Override
  public Details context(String name, Map<String, ?> values) {
    Map<String, Object> copy = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    synchronized (this) {
      if (contexts == null) {
        contexts = new LinkedHashMap<>();
      }
      if (contexts.size() < MOST_ENTRIES || contexts.containsKey(name)) {
        contexts.put(name, copy);
      }
    }
    return this;
  }

  @Override
  public synchronized Details user(User newUser) {
    user = newUser;
    return this;
  }

  @Override
  public synchronized Details fingerprint(String... parts) {
    fingerprint = List.of(parts);
    return this;
  }

  @Override
  public synchronized Details breadcrumb(Breadcrumb breadcrumb) {
    if (maxBreadcrumbs == 0) {
      return this;
    }
    if (breadcrumbs == null) {
      breadcrumbs = new ArrayDeque<>();
    }
    if (breadcrumbs.size() == maxBreadcrumbs) {
      breadcrumbs.removeFirst();
    }
    breadcrumbs.add(breadcrumb);
    return this;
  }

  @Override
  public Details breadcrumb(String category, String message, Level level) {
    return breadcrumb(new Breadcrumb(Instant.now(), category, message, level, Map.of()));
  }

  synchronized void route(String newRoute) {
    route = newRoute;
  }

  synchronized @Nullable String route() {
    return route;
  }

  synchronized void keepRoute(@Nullable String newRoute) {
    keptRoute = newRoute;
  }

  synchronized @Nullable String keptRoute() {
    return keptRoute;
  }

  synchronized void consent(Consent newConsent) {
    consent = newConsent;
  }

  synchronized @Nullable Consent consent() {
    return consent;
  }

  synchronized @Nullable User user() {
    return user;
  }

  /** A copy of everything, for an event. */
  record Copy(
      Map<String, String> tags,
      Map<String, Map<String, Object>> contexts,
      List<Breadcrumb> breadcrumbs,
      @Nullable User user,
      List<String> fingerprint) {
    static final Copy EMPTY = new Copy(Map.of(), Map.of(), List.of(), null, List.of());

    Copy tagged(Map<String, String> newTags) {
      return new Copy(newTags, contexts, breadcrumbs, user, fingerprint);
    }

    /** Returns this with a context named {@code trace}, unless there is one. */
    Copy in(Map<String, Object> trace) {
      Map<String, Map<String, Object>> all = new LinkedHashMap<>(contexts);
      all.putIfAbsent("trace", trace);
      return new Copy(tags, all, breadcrumbs, user, fingerprint);
    }

    /** Returns this with what {@code nearer} says in its place where both speak. */
    Copy overlaid(Copy nearer) {
      return new Copy(
          merged(tags, nearer.tags),
          merged(contexts, nearer.contexts),
          joined(breadcrumbs, nearer.breadcrumbs),
          nearer.user == null ? user : nearer.user,
          nearer.fingerprint.isEmpty() ? fingerprint : nearer.fingerprint);
    }

    /** Adds everything here to {@code details}. */
    void addTo(Details details) {
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

  synchronized Copy copy() {
    return new Copy(
        tags == null ? Map.of() : new LinkedHashMap<>(tags),
        contexts == null ? Map.of() : new LinkedHashMap<>(contexts),
        breadcrumbs == null ? List.of() : List.copyOf(breadcrumbs),
        user,
        fingerprint);
  }
}
