package dev.whence.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an object of a driver: every method goes to the driver's own and ends as that ends,
 * also methods of versions of JDBC that are yet to come.
 *
 * @param <T> the interface by which the application knows the object
 */
abstract class Forwarding<T> implements InvocationHandler {
  private final T real;

  Forwarding(T real) {
    this.real = real;
  }

  /** Returns what the application gets in place of the driver's object. */
  static <T> T proxy(Class<T> type, Forwarding<?> handler) {
    Class<?>[] types = {type};
    return type.cast(Proxy.newProxyInstance(Forwarding.class.getClassLoader(), types, handler));
  }

  final T real() {
    return real;
  }

  @Override
  public final @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (method.getDeclaringClass() != Object.class) {
      return call(proxy, method, arguments);
    }
    return switch (method.getName()) {
      case "equals" -> arguments != null && isAroundSame(arguments[0]);
      case "hashCode" -> real.hashCode();
      default -> real.toString();
    };
  }

  /** Does what the driver does, and what is to be done besides. */
  abstract @Nullable Object call(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable;

  /** Does what the driver does. */
  final @Nullable Object forward(Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private boolean isAroundSame(@Nullable Object other) {
    return other != null
        && Proxy.isProxyClass(other.getClass())
        && Proxy.getInvocationHandler(other) instanceof Forwarding<?> forwarding
        && real.equals(forwarding.real);
  }
}
