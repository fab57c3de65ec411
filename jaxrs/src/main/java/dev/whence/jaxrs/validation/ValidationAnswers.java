package dev.whence.jaxrs.validation;

import dev.whence.jaxrs.problem.FailureAnswers;
import jakarta.ws.rs.core.FeatureContext;

/** The way into Bean Validation. */
public final class ValidationAnswers {
  private static final String FAILURE = "jakarta.validation.ConstraintViolationException";

  private ValidationAnswers() {}

  /** Says whether Bean Validation is there, for us and so for the application. */
  public static boolean isPossible() {
    try {
      Class.forName(FAILURE, false, ValidationAnswers.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Registers what answers in Jersey, for monitored resources. */
  public static void registerInJersey(FeatureContext context, FailureAnswers answers) {
    context.register(new MonitoredViolationMapper(new ViolationAnswers(answers)));
  }

  /** Registers what answers in any engine, for all resources. */
  public static void registerEverywhere(FeatureContext context, FailureAnswers answers) {
    context.register(new ViolationMapper(new ViolationAnswers(answers)));
  }
}
