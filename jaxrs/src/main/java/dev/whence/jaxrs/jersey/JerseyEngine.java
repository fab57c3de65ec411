package dev.whence.jaxrs.jersey;

import dev.whence.jaxrs.observe.ResourcePolicy;
import dev.whence.jaxrs.observe.Tenancy;
import dev.whence.jaxrs.problem.FailureAnswers;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;

/** The way into Jersey 3.0, 3.1 and 4.0. */
public final class JerseyEngine {
  private JerseyEngine() {}

  /** Returns the class that the application was written as, null if there is none. */
  public static @Nullable Class<?> applicationClass(@Nullable Application known) {
    Application application = known;
    while (application instanceof ResourceConfig config && config.getApplication() != config) {
      application = config.getApplication();
    }
    return application == null ? null : application.getClass();
  }

  /**
   * Registers what observes the application.
   *
   * @return false if it was observed already
   */
  public static boolean observe(FeatureContext context, Tenancy tenancy, ResourcePolicy policy) {
    if (context.getConfiguration().isRegistered(ApplicationListener.class)) {
      return false;
    }
    context.register(new ApplicationListener(tenancy, policy));
    context.register(new WriterObserver());
    return true;
  }

  /** Registers what answers for monitored resources. */
  public static void answer(FeatureContext context, FailureAnswers answers) {
    context.register(new ProblemMapper(answers));
  }
}
