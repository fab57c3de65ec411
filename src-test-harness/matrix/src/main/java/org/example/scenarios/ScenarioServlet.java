package org.example.scenarios;

import dev.whence.Whence;
import dev.whence.event.Level;
import dev.whence.event.User;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Plays one scenario for every method of HTTP. First it says who is at work, and leaves a
 * breadcrumb, as an application would.
 */
public final class ScenarioServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  public static final String USER = "8fa1";
  public static final String BREADCRUMB = "opened the cart";

  private transient @Nullable Scenario scenario;

  /** Makes a servlet that plays the scenario named by its init-param {@code scenario}. */
  public ScenarioServlet() {}

  public ScenarioServlet(Scenario scenario) {
    this.scenario = scenario;
  }

  @Override
  public void init() {
    if (scenario == null) {
      scenario = Scenarios.named(getInitParameter("scenario"));
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    if (request.getDispatcherType() == DispatcherType.REQUEST) {
      Whence.current().user(User.of(USER));
      Whence.current().breadcrumb("shop", BREADCRUMB, Level.INFO);
    }
    try {
      if (scenario != null) {
        scenario.answer(request, response);
      }
    } catch (Throwable e) {
      throw Sneaky.thrown(e);
    }
  }
}
