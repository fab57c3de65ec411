package dev.whence.jaxrs;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.jaxrs.jersey.JerseyEngine;
import dev.whence.jaxrs.observe.Tenancy;
import dev.whence.jaxrs.problem.FailureAnswers;
import dev.whence.jaxrs.standard.StandardEngine;
import dev.whence.jaxrs.validation.ValidationAnswers;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.System.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets Whence see a JAX-RS application: by which route a request came, who handles it, and every
 * exception, those included that a mapper turns into an answer.
 *
 * <p>Engines find it by themselves where it is on the class path (JAX-RS 3.1, 5.2.4); where they do
 * not, or to use an instance made in code, it is registered. Then it observes and changes nothing;
 * {@link Monitored} makes it answer too. Called once, when the application starts.
 */
@ConstrainedTo(RuntimeType.SERVER)
public final class WhenceFeature implements Feature {
  private final @Nullable Whence given;

  /** Set by the engine, since configurations do not tell. */
  @Context
  private @Nullable Application application;

  /** Makes a feature that uses the application's instance, or builds it from settings. */
  public WhenceFeature() {
    given = null;
  }

  /** Makes a feature that uses {@code whence}, which stays the caller's to close. */
  public WhenceFeature(Whence whence) {
    given = whence;
  }

  @Override
  public boolean configure(FeatureContext context) {
    try {
      return observe(context);
    } catch (RuntimeException | LinkageError e) {
      System.getLogger("dev.whence")
          .log(Logger.Level.ERROR, "Whence does not see this JAX-RS application", e);
      return false;
    }
  }

  private boolean observe(FeatureContext context) {
    Configuration configuration = context.getConfiguration();
    return runsOnJersey(configuration)
        ? observeJersey(context, Tenancy.of(given, configuration))
        : observeStandard(context, Tenancy.guest(given));
  }

  private boolean observeJersey(FeatureContext context, Tenancy tenancy) {
    if (!tenancy.whence().isOn()) {
      return false;
    }
    Class<?> written = JerseyEngine.applicationClass(application);
    Monitoring monitoring = new Monitoring(written, isAnswering(tenancy));
    if (!JerseyEngine.observe(context, tenancy, monitoring)) {
      tenancy.leave();
      return false;
    }
    if (monitoring.answersEverywhere() || MonitoredResources.areIn(context.getConfiguration())) {
      FailureAnswers answers = new FailureAnswers(tenancy.whence());
      JerseyEngine.answer(context, answers);
      if (ValidationAnswers.isPossible()) {
        ValidationAnswers.registerInJersey(context, answers);
      }
    }
    return true;
  }

  private boolean observeStandard(FeatureContext context, Tenancy guest) {
    Class<?> written = application == null ? null : application.getClass();
    Monitoring monitoring = new Monitoring(written, isAnswering(guest));
    FailureAnswers answers = monitoring.answersEverywhere() && guest.whence().isOn()
        ? new FailureAnswers(guest.whence())
        : null;
    boolean isObserved = StandardEngine.observe(context, guest, monitoring, answers);
    if (isObserved && answers != null && ValidationAnswers.isPossible()) {
      ValidationAnswers.registerEverywhere(context, answers);
    }
    return isObserved;
  }

  /** Loads nothing of Jersey, nor what knows Jersey. */
  private static boolean runsOnJersey(Configuration configuration) {
    return configuration.getClass().getName().startsWith("org.glassfish.jersey.");
  }

  private static boolean isAnswering(Tenancy tenancy) {
    return tenancy
        .whence()
        .settings()
        .map(settings -> settings.get(Keys.PROBLEM_ANSWERS))
        .orElse(false);
  }
}
