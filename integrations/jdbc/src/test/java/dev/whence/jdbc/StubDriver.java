package dev.whence.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes objects of a driver that behaves as badly as a test wants it. */
final class StubDriver {
  private static final Map<Class<?>, Object> ZEROS = Map.of(
      boolean.class,
      false,
      byte.class,
      (byte) 0,
      short.class,
      (short) 0,
      int.class,
      0,
      long.class,
      0L,
      float.class,
      0f,
      double.class,
      0d);

  private StubDriver() {}

  static <T> T stub(Class<T> type, InvocationHandler behaviour) {
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
  }

  /** Returns what a method's caller can take for nothing: false, zero, null. */
  static @Nullable Object nothing(Class<?> type) {
    return ZEROS.get(type);
  }
}
