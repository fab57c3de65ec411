package dev.whence.jaxrs.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.validation.constraintvalidation.SupportedValidationTarget;
import jakarta.validation.constraintvalidation.ValidationTarget;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tests validate, and the validator. */
public final class Shelf {
  private static final ValidatorFactory FACTORY = english();

  private Shelf() {}

  private static ValidatorFactory english() {
    Locale.setDefault(Locale.ENGLISH);
    return Validation.buildDefaultValidatorFactory();
  }

  static Validator validator() {
    return FACTORY.getValidator();
  }

  /** Says that a value is unwelcome, with a text of the test's. */
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = Refused.class)
  public @interface Unwelcome {
    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  /** Refuses everything, but nothing. */
  public static final class Refused implements ConstraintValidator<Unwelcome, Object> {
    @Override
    public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
      return value == null;
    }
  }

  /** Says that parameters do not go together. */
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = NeverTogether.class)
  public @interface Together {
    String message() default "must go together";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  /** Refuses all. */
  @SupportedValidationTarget(ValidationTarget.PARAMETERS)
  public static final class NeverTogether implements ConstraintValidator<Together, Object[]> {
    @Override
    public boolean isValid(Object[] values, ConstraintValidatorContext context) {
      return false;
    }
  }

  /** Says something about a whole. */
  @Unwelcome(message = "is not complete")
  record Whole(String name) {}

  record Item(@NotBlank String name, @Min(10) int count) {}

  record Order(
      @NotNull @Email(message = "no address: ${validatedValue}")
      String email,

      List<@Valid Item> items,
      Map<String, @Valid Item> byName,
      List<@NotBlank String> tags,
      @Valid @Nullable Item main) {}

  /** The methods of a resource. */
  static class Resource {
    void order(@Valid Order arg0) {}

    void ordered(@Valid Order order) {}

    void orders(List<@Valid Item> arg0) {}

    void whole(@Valid Whole arg0) {}

    void name(@Size(max = 3) String arg0) {}

    void named(@Size(max = 3) String name) {}

    void secret(@Pattern(regexp = "x", message = "'${validatedValue}' is no x") String arg0) {}

    @Together
    void both(String from, String to) {}

    @NotNull
    String returned() {
      return "";
    }
  }

  static Set<ConstraintViolation<Resource>> violations(String method, Object... values) {
    return validator().forExecutables().validateParameters(new Resource(), method(method), values);
  }

  static Set<ConstraintViolation<Resource>> returned(@Nullable Object value) {
    return validator()
        .forExecutables()
        .validateReturnValue(new Resource(), method("returned"), value);
  }

  private static Method method(String name) {
    for (Method method : Resource.class.getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        return method;
      }
    }
    throw new IllegalArgumentException("no method \"" + name + '"');
  }
}
