package dev.whence.jaxrs.validation;

import dev.whence.jaxrs.problem.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a validation found, in an order that does not change. Immutable. */
final class ViolationReader {
  private static final int MOST = 100;

  private final Set<ConstraintViolation<?>> found;

  private ViolationReader(Set<ConstraintViolation<?>> found) {
    this.found = found;
  }

  /** Returns null if {@code failure} tells of nothing that was found. */
  static @Nullable ViolationReader of(ConstraintViolationException failure) {
    Set<ConstraintViolation<?>> found = failure.getConstraintViolations();
    return found == null || found.isEmpty() ? null : new ViolationReader(found);
  }

  /**
   * Says whether all of it was wrong with what a resource was given: in a call, or injected into
   * it. What the application itself had validated on its way is its own.
   */
  boolean isOfRequest() {
    return found.stream()
        .allMatch(violation -> !FieldPath.isOfReturnValue(violation.getPropertyPath())
            && (FieldPath.isOfCall(violation.getPropertyPath())
                || isResource(violation.getRootBeanClass())));
  }

  private static boolean isResource(@Nullable Class<?> type) {
    return type != null && type.isAnnotationPresent(Path.class);
  }

  List<Violation> violations() {
    return found.stream()
        .map(ViolationReader::read)
        .distinct()
        .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
        .limit(MOST)
        .toList();
  }

  private static Violation read(ConstraintViolation<?> violation) {
    return new Violation(FieldPath.of(violation.getPropertyPath()), DiscreetMessage.of(violation));
  }
}
