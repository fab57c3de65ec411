package dev.whence.matrix.engine;

import dev.whence.junit.RecordedEvent;
import java.util.Collection;
import java.util.List;

/**
 * One event, as the contract tells it. Immutable.
 *
 * @param what the exception that was thrown and whether it was handled, or the message
 * @param where the method of a resource, or {@code -}
 * @param more what else the contract asks for, each with a leading comma
 */
record Sighting(String level, String what, String route, int status, String where, String more) {
  private static final String APPLICATION = "org.example.contract.";

  static Sighting unhandled(Class<? extends Throwable> type) {
    return new Sighting("error", simple(type.getName()) + " unhandled", "", 500, "-", "");
  }

  static Sighting handled(Class<? extends Throwable> type) {
    return new Sighting("error", simple(type.getName()) + " handled", "", 500, "-", "");
  }

  /** A status without an exception. */
  static Sighting answered(int status) {
    return new Sighting("error", "answered " + status, "", status, "-", "");
  }

  Sighting what(String newWhat) {
    return new Sighting(level, newWhat, route, status, where, more);
  }

  /** Tells the status in place of the exception. */
  Sighting withoutException() {
    return what("answered " + status);
  }

  Sighting butHandled() {
    return what(what.replace("unhandled", "handled"));
  }

  Sighting withoutMore() {
    return new Sighting(level, what, route, status, where, "");
  }

  Sighting withoutUser() {
    return new Sighting(level, what, route, status, where, more.replaceFirst(", user \\w+", ""));
  }

  Sighting at(String newRoute) {
    return new Sighting(level, what, newRoute, status, where, more);
  }

  Sighting status(int newStatus) {
    return new Sighting(level, what, route, newStatus, where, more);
  }

  Sighting by(String newWhere) {
    return new Sighting(level, what, route, status, newWhere, more);
  }

  Sighting level(String newLevel) {
    return new Sighting(newLevel, what, route, status, where, more);
  }

  Sighting user(String id) {
    return new Sighting(level, what, route, status, where, more + ", user " + id);
  }

  Sighting breadcrumbs(String... messages) {
    return new Sighting(
        level, what, route, status, where, more + ", breadcrumbs " + List.of(messages));
  }

  /** Says what an event tells; its user and breadcrumbs only if there are any. */
  static Sighting of(RecordedEvent event) {
    boolean isMessage = event.exceptions().isEmpty();
    String what = isMessage ? message(event) : exception(event);
    String where =
        event.tag("resource.class").map(name -> name.replace(APPLICATION, "")).orElse("")
            + event.tag("resource.method").map(method -> '.' + method).orElse("");
    Sighting sighting = new Sighting(
        event.level(), what, event.route(), event.status(), where.isEmpty() ? "-" : where, "");
    if (!event.userId().isEmpty()) {
      sighting = sighting.user(event.userId());
    }
    List<String> breadcrumbs = event.breadcrumbMessages();
    return breadcrumbs.isEmpty()
        ? sighting
        : sighting.breadcrumbs(breadcrumbs.toArray(String[]::new));
  }

  private static String message(RecordedEvent event) {
    String usual = "answered " + event.status();
    return event.message().equals(usual + " to " + event.route()) ? usual : event.message();
  }

  private static String exception(RecordedEvent event) {
    return simple(event.exceptionTypes().get(0))
        + (event.exceptions().get(0).isHandled() ? " handled" : " unhandled");
  }

  private static String simple(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  static List<String> lines(Collection<Sighting> sightings) {
    return sightings.stream().map(Sighting::toString).sorted().toList();
  }

  @Override
  public String toString() {
    return level + ": " + what + " at " + route + ", " + status + ", " + where + more;
  }
}
