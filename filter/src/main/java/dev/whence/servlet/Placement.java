package dev.whence.servlet;

import dev.whence.Whence;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How the filter stands in its application: says in the log, once each, what only a running
 * application shows to be wrong with that. For any thread.
 */
final class Placement {
  private static final Logger log = System.getLogger("dev.whence");
  private static final String TAKEN = "dev.whence.filter";

  /** Null where this filter has not taken the place. */
  private final @Nullable ServletContext context;

  private final String name;

  /** Whether the first request is still to come; races cost a second look. */
  private boolean isNew = true;

  private Placement(@Nullable ServletContext context, String name) {
    this.context = context;
    this.name = name;
  }

  /** Returns the placement of a filter whose surroundings do not tell. */
  static Placement unknown() {
    return new Placement(null, "");
  }

  /** Takes the application's one place for a filter of ours, and warns if it is taken. */
  static Placement take(FilterConfig config, Whence whence) {
    try {
      return take(config.getServletContext(), String.valueOf(config.getFilterName()));
    } catch (RuntimeException e) {
      whence.fault("filter", e);
      return unknown();
    }
  }

  private static Placement take(ServletContext context, String name) {
    Object other = context.getAttribute(TAKEN);
    if (other == null) {
      context.setAttribute(TAKEN, name);
      return new Placement(context, name);
    }
    log.log(
        Logger.Level.WARNING,
        "Whence''s filter is there twice, as \"{0}\" and as \"{1}\", and every request passes both:"
            + " remove one of them, from web.xml with its filter-mapping or from the code that adds"
            + " it",
        other,
        name);
    return new Placement(null, name);
  }

  /** Looks at the first request; costs the others one boolean. */
  void check(HttpServletRequest request, Whence whence) {
    if (isNew) {
      try {
        checkFirst(request);
      } catch (RuntimeException e) {
        whence.fault("filter", e);
      }
    }
  }

  private synchronized void checkFirst(HttpServletRequest request) {
    if (!isNew || request.getDispatcherType() != DispatcherType.REQUEST) {
      return;
    }
    isNew = false;
    if (!request.isAsyncSupported()) {
      log.log(
          Logger.Level.WARNING,
          "no asynchronous requests are possible behind the filter \"{0}\": servlets that start"
              + " them will fail with an IllegalStateException; add"
              + " <async-supported>true</async-supported> to its <filter> in web.xml and to those"
              + " of the filters ahead of it, or call setAsyncSupported(true) where code adds them",
          name);
    }
  }

  /** Leaves the place to another. */
  void leave() {
    if (context != null) {
      context.removeAttribute(TAKEN);
    }
  }
}
