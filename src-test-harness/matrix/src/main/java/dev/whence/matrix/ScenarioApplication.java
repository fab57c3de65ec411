package dev.whence.matrix;

import dev.whence.matrix.container.Application;
import jakarta.servlet.Filter;
import org.example.scenarios.DoomedFailure;
import org.example.scenarios.FailingFilter;
import org.example.scenarios.ScenarioServlet;
import org.example.scenarios.Scenarios;
import org.example.scenarios.ShownFailure;

/** Makes the application in which every scenario has a path of its own. */
public final class ScenarioApplication {
  private ScenarioApplication() {}

  /** Returns an application at the root, behind {@code filters} in this order. */
  public static Application behind(Filter... filters) {
    return behind(Application.atRoot(), filters);
  }

  /** Adds filters and scenarios to {@code application} and returns it. */
  public static Application behind(Application application, Filter... filters) {
    for (Filter filter : filters) {
      application.filter(filter);
    }
    application.filter(new FailingFilter(), "/filtered");
    Scenarios.all()
        .forEach(
            (name, scenario) -> application.servlet(new ScenarioServlet(scenario), "/" + name));
    return application
        .servlet(new ScenarioServlet(Scenarios.named("hello")), "/filtered")
        .errorPage(ShownFailure.class, "/error-page")
        .errorPage(DoomedFailure.class, "/failing-page");
  }
}
