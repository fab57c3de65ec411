package dev.whence.jaxrs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Measures resource methods by a span of their own within the request's trace: on a method, or on a
 * resource class for all of its methods. What a method calls is below its span.
 *
 * <p>Seen on methods that JAX-RS calls; for all others there is {@code Whence.trace}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Traced {
  /** What is done; unless set the names of class and method, such as {@code Orders.order}. */
  String value() default "";

  /** What kind of work it is, by which receivers group. */
  String op() default "function";
}
