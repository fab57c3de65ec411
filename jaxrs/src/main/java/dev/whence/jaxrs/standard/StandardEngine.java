package dev.whence.jaxrs.standard;

import dev.whence.jaxrs.observe.ResourcePolicy;
import dev.whence.jaxrs.observe.Tenancy;
import dev.whence.jaxrs.problem.FailureAnswers;
import jakarta.ws.rs.core.FeatureContext;
import org.jspecify.annotations.Nullable;

/**
 * The way into any engine, by filters and interceptors (JAX-RS 3.0, chapter 6). They do not see the
 * end of every request, so the servlet filter must stand in front.
 */
public final class StandardEngine {
  private StandardEngine() {}

  /**
   * Registers what observes the application.
   *
   * @param answers for all of its failures that nobody else answers for; null to observe only
   * @return false if it was observed already
   */
  public static boolean observe(
      FeatureContext context,
      Tenancy tenancy,
      ResourcePolicy policy,
      @Nullable FailureAnswers answers) {
    if (context.getConfiguration().isRegistered(ArrivalFilter.class)) {
      return false;
    }
    context.register(new ArrivalFilter(new Scopes(tenancy.whence()), policy));
    context.register(new MatchFilter());
    context.register(new EntityObserver());
    context.register(new AnswerFilter(answers));
    if (answers != null) {
      context.register(new UnansweredMapper());
    }
    return true;
  }
}
