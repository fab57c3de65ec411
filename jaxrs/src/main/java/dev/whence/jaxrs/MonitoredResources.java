package dev.whence.jaxrs;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Configuration;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks for {@link Monitored} on the resources that an application is made of, so that one that
 * Whence only observes has no mapper of Whence's at all: applications ask {@code Providers} for
 * mappers, too.
 */
final class MonitoredResources {
  private final Set<Class<?>> seen = new HashSet<>();
  private final Deque<Class<?>> open = new ArrayDeque<>();

  private MonitoredResources(Configuration configuration) {
    configuration.getClasses().forEach(this::add);
    configuration.getInstances().forEach(instance -> add(instance.getClass()));
  }

  /** Says whether any is monitored, by its class or by a method; sub-resources included. */
  static boolean areIn(Configuration configuration) {
    return new MonitoredResources(configuration).isAny();
  }

  private void add(Class<?> type) {
    if (seen.add(type)) {
      open.add(type);
    }
  }

  private boolean isAny() {
    while (!open.isEmpty()) {
      Class<?> type = open.remove();
      if (type.isAnnotationPresent(Monitored.class) || hasMonitoredMethod(type)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasMonitoredMethod(Class<?> type) {
    for (Method method : type.getMethods()) {
      if (method.isAnnotationPresent(Monitored.class)) {
        return true;
      }
      if (isLocator(method)) {
        add(method.getReturnType());
      }
    }
    return false;
  }

  /** Says whether a sub-resource is what {@code method} returns (JAX-RS 3.0, 3.4.1). */
  private static boolean isLocator(Method method) {
    if (!method.isAnnotationPresent(Path.class)) {
      return false;
    }
    for (Annotation annotation : method.getAnnotations()) {
      if (annotation.annotationType().isAnnotationPresent(HttpMethod.class)) {
        return false;
      }
    }
    return true;
  }
}
