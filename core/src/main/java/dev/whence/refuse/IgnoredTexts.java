package dev.whence.refuse;

import dev.whence.event.ErrorEvent;
import dev.whence.event.Frame;
import dev.whence.event.ThrownException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Events to ignore for what they say: by patterns of the application, and where the stack shows
 * that the connection which broke was the client's.
 */
public final class IgnoredTexts {
  private static final int NEAR = 16;
  private static final List<String> BROKEN =
      List.of("Broken pipe", "Connection reset", "Connection reset by peer");
  private static final List<String> CONTAINERS = List.of(
      "org.apache.catalina.",
      "org.apache.coyote.",
      "org.apache.tomcat.",
      "org.eclipse.jetty.",
      "io.undertow.",
      "org.xnio.",
      "org.glassfish.grizzly.",
      "sun.net.httpserver.");

  private final List<Pattern> patterns;

  public IgnoredTexts(List<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /** Says whether {@code event} is to be ignored. */
  public boolean matches(ErrorEvent event) {
    if (event.message().isPresent() && isFound(event.message().get())) {
      return true;
    }
    for (ThrownException exception : event.exceptions()) {
      if (isClientGone(exception) || isFound(fullText(exception))) {
        return true;
      }
    }
    return false;
  }

  private boolean isFound(String text) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
  }

  /** Returns what {@link Throwable#toString} would say. */
  private static String fullText(ThrownException exception) {
    String type =
        exception.module() == null ? exception.type() : exception.module() + '.' + exception.type();
    return exception.value() == null ? type : type + ": " + exception.value();
  }

  private static boolean isClientGone(ThrownException exception) {
    return exception.value() != null
        && BROKEN.contains(exception.value())
        && exception.frames().stream().limit(NEAR).anyMatch(IgnoredTexts::isOfContainer);
  }

  private static boolean isOfContainer(Frame frame) {
    return CONTAINERS.stream().anyMatch(frame.module()::startsWith);
  }
}
