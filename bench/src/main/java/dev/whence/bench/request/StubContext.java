package dev.whence.bench.request;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An application's context, with attributes and without files. */
final class StubContext {
  private StubContext() {}

  static ServletContext make() {
    Map<Object, Object> attributes = new HashMap<>();
    return proxy(ServletContext.class, (method, arguments) -> switch (method.getName()) {
      case "getAttribute" -> attributes.get(arguments[0]);
      case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
      case "removeAttribute" -> attributes.remove(arguments[0]);
      case "getContextPath" -> "/shop";
      case "getServletContextName", "getServerInfo" -> "shop";
      case "getMajorVersion" -> 5;
      case "getClassLoader" -> StubContext.class.getClassLoader();
      default -> nothing(method);
    });
  }

  static FilterConfig config(ServletContext context) {
    return proxy(FilterConfig.class, (method, arguments) -> switch (method.getName()) {
      case "getServletContext" -> context;
      case "getFilterName" -> "bench";
      default -> nothing(method);
    });
  }

  private interface Answers {
    @Nullable
    Object to(Method method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    Object proxy = Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (self, method, arguments) -> answers.to(method, arguments));
    return type.cast(proxy);
  }

  private static @Nullable Object nothing(Method method) {
    Class<?> type = method.getReturnType();
    if (type == Enumeration.class) {
      return Collections.emptyEnumeration();
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (type == int.class) {
      return 0;
    }
    return type == boolean.class ? (Object) false : null;
  }
}
