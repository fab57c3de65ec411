package dev.whence.jaxrs.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what a violation is about without the value: its message, or else the constraint. */
final class DiscreetMessage {
  private static final String VALUE = "validatedvalue";

  private DiscreetMessage() {}

  static String of(ConstraintViolation<?> violation) {
    String message = violation.getMessage();
    return message == null || message.isBlank() || tellsValue(violation, message)
        ? constraint(violation.getConstraintDescriptor())
        : message;
  }

  /** A message that cannot be judged tells too much. */
  private static boolean tellsValue(ConstraintViolation<?> violation, String message) {
    try {
      String template = violation.getMessageTemplate();
      if (template != null && lower(template).contains(VALUE)) {
        return true;
      }
      String lower = lower(message);
      return texts(violation.getInvalidValue()).anyMatch(lower::contains);
    } catch (Throwable e) {
      return true; // the application's toString
    }
  }

  /** Returns the texts of a value and of the values in it. */
  private static Stream<String> texts(@Nullable Object value) {
    return Stream.concat(Stream.of(value == null ? "" : value), parts(value))
        .filter(Objects::nonNull)
        .map(part -> lower(String.valueOf(part)).strip())
        .filter(text -> !text.isEmpty());
  }

  private static Stream<?> parts(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return Stream.concat(map.keySet().stream(), map.values().stream());
    }
    if (value instanceof Collection<?> collection) {
      return collection.stream();
    }
    if (value instanceof Object[] array) {
      return Arrays.stream(array);
    }
    return value != null && value.getClass().isArray()
        ? IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i))
        : Stream.empty();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String constraint(@Nullable ConstraintDescriptor<?> descriptor) {
    return descriptor == null
        ? "invalid"
        : descriptor.getAnnotation().annotationType().getSimpleName();
  }
}
