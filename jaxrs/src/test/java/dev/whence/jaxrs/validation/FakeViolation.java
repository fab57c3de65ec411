package dev.whence.jaxrs.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A violation of a whole, made by hand, of a constraint that is not known. */
record FakeViolation(@Nullable Object value, String message)
    implements ConstraintViolation<Object> {
  @Override
  public String getMessage() {
    return message;
  }

  @Override
  public String getMessageTemplate() {
    return message;
  }

  @Override
  public Object getRootBean() {
    return this;
  }

  @Override
  public Class<Object> getRootBeanClass() {
    return Object.class;
  }

  @Override
  public @Nullable Object getLeafBean() {
    return null;
  }

  @Override
  public Object @Nullable [] getExecutableParameters() {
    return null;
  }

  @Override
  public @Nullable Object getExecutableReturnValue() {
    return null;
  }

  @Override
  public Path getPropertyPath() {
    return new Path() {
      @Override
      public Iterator<Node> iterator() {
        return Collections.emptyIterator();
      }
    };
  }

  @Override
  public @Nullable Object getInvalidValue() {
    return value;
  }

  @Override
  public @Nullable ConstraintDescriptor<?> getConstraintDescriptor() {
    return null;
  }

  @Override
  public <U> U unwrap(Class<U> type) {
    return type.cast(this);
  }
}
