package dev.whence.bench.request;

import java.lang.reflect.Proxy;

/** Objects whose every method throws, for what nobody is expected to ask. */
final class Unasked {
  private Unasked() {}

  static <T> T of(Class<T> type) {
    Object proxy = Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
          throw new UnsupportedOperationException("asked " + method);
        });
    return type.cast(proxy);
  }
}
