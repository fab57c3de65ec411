package dev.whence.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whence.RequestScope;
import dev.whence.Whence;
import dev.whence.health.Health;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Answers GET and HEAD with the application's {@link Health} as JSON.
 *
 * <p>The status is 200, or with the init-param {@code fail-when-broken=true} 503 while a reporter
 * fails or Whence is off through a mistake. Such an answer is no event. It names reporters and
 * tells what went wrong last: map it to where the world does not get.
 */
public final class HealthServlet extends HttpServlet {
  private static final String FAIL_WHEN_BROKEN = "fail-when-broken";

  private final transient @Nullable Whence given;
  private boolean failsWhenBroken;

  /** Makes a servlet that shows the application's instance, for web.xml. */
  public HealthServlet() {
    given = null;
  }

  /** Makes a servlet that shows {@code whence}. */
  public HealthServlet(Whence whence) {
    given = whence;
  }

  @Override
  public void init() throws ServletException {
    String value = getInitParameter(FAIL_WHEN_BROKEN);
    String text = value == null ? "" : value.strip();
    failsWhenBroken = text.equalsIgnoreCase("true");
    if (!failsWhenBroken && !text.isEmpty() && !text.equalsIgnoreCase("false")) {
      throw new ServletException("init-param \"" + FAIL_WHEN_BROKEN + "\" of servlet \""
          + getServletName() + "\" is \"" + value + "\": use true or false");
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    boolean isHead = request.getMethod().equals("HEAD");
    if (!isHead && !request.getMethod().equals("GET")) {
      response.setHeader("Allow", "GET, HEAD");
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    Health health = whence().health();
    if (failsWhenBroken && health.isBroken()) {
      Whence.current().currentScope().ifPresent(RequestScope::tellNothingOfTheAnswer);
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
    byte[] json = health.toJson().getBytes(UTF_8);
    response.setContentType("application/json");
    response.setContentLength(json.length);
    if (!isHead) {
      response.getOutputStream().write(json);
    }
  }

  private Whence whence() {
    if (given != null) {
      return given;
    }
    Whence owned = Ownership.find(getServletContext());
    return owned == null ? Whence.current() : owned;
  }
}
