package dev.whence.jaxrs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets Whence answer for failures that nobody else does: on the {@code Application} for all
 * resources, on a resource class or a method for these alone. The answer is a problem document (RFC
 * 9457) with the IDs of request and event and nothing of the failure itself.
 *
 * <p>Without it Whence only observes. The setting {@code problem-answers} does the same for a whole
 * application.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Monitored {
  /** Tags for the events of what is annotated, such as {@code "team=shop"}. */
  String[] tags() default {};
}
