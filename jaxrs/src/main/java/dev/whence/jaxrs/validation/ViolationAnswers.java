package dev.whence.jaxrs.validation;

import dev.whence.jaxrs.problem.Asked;
import dev.whence.jaxrs.problem.FailureAnswers;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers for violations: with 400 for what a client sent, as for any failure for what a resource
 * returned. An application that maps exceptions of validation itself is asked instead. For any
 * thread.
 */
final class ViolationAnswers {
  /** Our own mappers and the engines', which stand for nobody's wish; by name, not to load them. */
  private static final List<String> NOBODYS = List.of(
      "dev.whence.jaxrs.jersey.ProblemMapper",
      "dev.whence.jaxrs.standard.UnansweredMapper",
      "org.glassfish.",
      "org.jboss.",
      "org.apache.cxf.");

  private final FailureAnswers answers;

  ViolationAnswers(FailureAnswers answers) {
    this.answers = answers;
  }

  Response answer(
      ConstraintViolationException failure, Asked asked, @Nullable Providers providers) {
    ExceptionMapper<? super ConstraintViolationException> own = applications(providers);
    if (own != null) {
      return own.toResponse(failure);
    }
    ViolationReader reader = ViolationReader.of(failure);
    return reader != null && reader.isOfRequest()
        ? answers.refuse(reader.violations(), asked)
        : answers.answer(failure, asked);
  }

  private static @Nullable ExceptionMapper<ValidationException> applications(
      @Nullable Providers providers) {
    ExceptionMapper<ValidationException> mapper = found(providers);
    if (mapper == null) {
      return null;
    }
    String name = mapper.getClass().getName();
    return NOBODYS.stream().anyMatch(name::startsWith) ? null : mapper;
  }

  private static @Nullable ExceptionMapper<ValidationException> found(
      @Nullable Providers providers) {
    try {
      return providers == null ? null : providers.getExceptionMapper(ValidationException.class);
    } catch (RuntimeException e) {
      return null; // the engine does not tell on this thread
    }
  }
}
