package dev.whence.servlet;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.config.Preset;
import dev.whence.config.Settings;
import dev.whence.delivery.LaneFigures;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands where the application would, at {@code /whence/test} in development, and gets into the
 * trouble that it is asked for, so that one can see events arrive.
 *
 * <p>Answers in lines of plain text, {@code name: value}. Without a {@code type} it says what each
 * reporter has delivered, after waiting for what is on its way.
 */
final class TestEndpoint implements FilterChain {
  private static final String PATH = "/whence/test";
  private static final String TYPES = "exception, http, capture, message, error";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Whence whence;

  private TestEndpoint(Whence whence) {
    this.whence = whence;
  }

  /** Returns the endpoint for development, null anywhere else. */
  static @Nullable TestEndpoint of(Whence whence, Settings settings) {
    boolean isDevelopment = Preset.of(settings.get(Keys.ENVIRONMENT)) == Preset.DEVELOPMENT;
    return isDevelopment ? new TestEndpoint(whence) : null;
  }

  /** Returns this if {@code request} asks for it, else {@code chain}. */
  FilterChain orElse(FilterChain chain, HttpServletRequest request) {
    String method = request.getMethod();
    boolean isCall = method.equals("GET") || method.equals("POST");
    return isCall && Target.path(request).equals(PATH) ? this : chain;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response) throws IOException {
    String type = request.getParameter("type");
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setContentType("text/plain;charset=UTF-8");
    answer.setHeader("Cache-Control", "no-store");
    switch (type == null ? "" : type) {
      case "exception" -> throw failure("thrown");
      case "error" -> throw new AssertionError("an error of Whence's test endpoint");
      case "http" -> answer.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      case "capture" -> tell(answer, whence.capture(failure("captured")));
      case "message" ->
        tell(answer, whence.capture("a message of Whence's test endpoint", Level.INFO));
      case "" -> tellFigures(answer);
      default -> {
        answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        answer.getWriter().println("problem: no such type; use one of " + TYPES);
      }
    }
  }

  private static IllegalStateException failure(String fate) {
    Exception cause = new IllegalArgumentException("the cause of it");
    return new IllegalStateException("an exception of Whence's test endpoint, " + fate, cause);
  }

  private static void tell(HttpServletResponse answer, Optional<EventId> id) throws IOException {
    answer.getWriter().println("event: " + id.map(EventId::toString).orElse("none"));
  }

  private void tellFigures(HttpServletResponse answer) throws IOException {
    whence.flush(PATIENCE);
    answer.getWriter().println("types: " + TYPES);
    for (LaneFigures lane : whence.health().lanes()) {
      answer.getWriter().println(lane.name() + ": " + told(lane));
    }
  }

  private static String told(LaneFigures lane) {
    String figures = "delivered " + lane.delivered() + ", waiting " + lane.waiting() + ", dropped "
        + lane.dropped();
    return lane.failingSince() == null ? figures : figures + ", failing: " + lane.lastFault();
  }
}
