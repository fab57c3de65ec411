package dev.whence.jdbc;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * An object of a driver that names the one that it comes from, for which the application has
 * another: rows their statement, metadata their connection.
 */
final class Owned<T> extends Forwarding<T> {
  private final String accessor;
  private final Object owner;

  Owned(T real, String accessor, Object owner) {
    super(real);
    this.accessor = accessor;
    this.owner = owner;
  }

  @Override
  @Nullable
  Object call(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    Object result = forward(method, arguments);
    return result != null && method.getName().equals(accessor) ? owner : result;
  }
}
