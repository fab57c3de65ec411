package dev.whence.capture;

import dev.whence.event.Breadcrumb;
import dev.whence.event.Consent;
import dev.whence.event.Level;
import dev.whence.event.Scope;
import dev.whence.event.User;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contents of a scope. For any thread: a request may be worked on by several. */
public final class Details implements Scope {
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

  public Details(int maxBreadcrumbs) {
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

  public synchronized void route(String newRoute) {
    route = newRoute;
  }

  public synchronized @Nullable String route() {
    return route;
  }

  public synchronized void keepRoute(@Nullable String newRoute) {
    keptRoute = newRoute;
  }

  public synchronized @Nullable String keptRoute() {
    return keptRoute;
  }

  public synchronized void consent(Consent newConsent) {
    consent = newConsent;
  }

  public synchronized @Nullable Consent consent() {
    return consent;
  }

  public synchronized @Nullable User user() {
    return user;
  }

  public synchronized DetailsCopy copy() {
    return new DetailsCopy(
        tags == null ? Map.of() : new LinkedHashMap<>(tags),
        contexts == null ? Map.of() : new LinkedHashMap<>(contexts),
        breadcrumbs == null ? List.of() : List.copyOf(breadcrumbs),
        user,
        fingerprint);
  }
}
