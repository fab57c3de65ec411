package dev.whence.jaxrs.standard;

import dev.whence.jaxrs.observe.ResourcePolicy;
import dev.whence.jaxrs.observe.Tenancy;
import dev.whence.jaxrs.problem.FailureAnswers;
import jakarta.ws.rs.core.FeatureContext;

/**
 * The way into any engine, by filters and interceptors (JAX-RS 3.0, chapter 6). They do not see the
 * end of every request, so the servlet filter must stand in front.
 */
public final class StandardEngine {
  private StandardEngine() {}

  /**
   * Registers what observes the application, and what answers if it is monitored as a whole.
   *
   * @return false if it was observed already
   */
  public static boolean observe(FeatureContext context, Tenancy tenancy, ResourcePolicy policy) {
    if (context.getConfiguration().isRegistered(ArrivalFilter.class)) {
      return false;
    }
    context.register(new ArrivalFilter(new Scopes(tenancy.whence()), policy));
    context.register(new MatchFilter());
    context.register(new EntityObserver());
    boolean isAnswering = policy.answersEverywhere() && tenancy.whence().isOn();
    if (isAnswering) {
      context.register(new UnansweredMapper());
    }
    context.register(new AnswerFilter(isAnswering ? new FailureAnswers(tenancy.whence()) : null));
    return true;
  }
}
