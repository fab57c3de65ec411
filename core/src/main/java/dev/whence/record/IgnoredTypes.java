package dev.whence.record;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures that are to be ignored by their type: what the application names, subclasses too,
 * and what containers throw when a client hangs up. Remembers its answer for each class.
 */
public final class IgnoredTypes {
  private static final int DEPTH = 16;

  /** Ignored wherever in a chain they stand. */
  private static final Set<String> CLIENT_GONE = Set.of(
      "org.apache.catalina.connector.ClientAbortException",
      "org.eclipse.jetty.io.EofException",
      "java.util.concurrent.CancellationException");

  /** What merely carries another failure, so that the application's rules mean the carried one. */
  private static final Set<String> CARRIERS = Set.of(
      "jakarta.servlet.ServletException",
      "java.lang.reflect.InvocationTargetException",
      "java.lang.reflect.UndeclaredThrowableException",
      "java.util.concurrent.CompletionException",
      "java.util.concurrent.ExecutionException",
      "org.glassfish.jersey.server.ContainerException",
      "org.glassfish.jersey.server.internal.process.MappableException");

  private enum Kind {
    IGNORED,
    CLIENT_GONE,
    CARRIER,
    OTHER
  }

  private final Set<String> ignoredNames;
  private final List<Class<?>> ignoredTypes;

  /** Keeps no class alive: its values are constants of the class path that Whence is on. */
  private final ClassValue<Kind> kinds = new ClassValue<>() {
    @Override
    protected Kind computeValue(Class<?> type) {
      return kindOf(type);
    }
  };

  public IgnoredTypes(List<String> names, List<Class<?>> types) {
    this.ignoredNames = Set.copyOf(names);
    this.ignoredTypes = List.copyOf(types);
  }

  /** Says whether {@code failure}, or what it merely carries, is to be ignored. */
  public boolean matches(Throwable failure) {
    Throwable link = failure;
    boolean isCarried = true;
    for (int i = 0; link != null && i < DEPTH; i++) {
      Kind kind = kinds.get(link.getClass());
      if (kind == Kind.CLIENT_GONE || (kind == Kind.IGNORED && isCarried)) {
        return true;
      }
      isCarried &= kind == Kind.CARRIER;
      link = Chains.causeOf(link);
    }
    return false;
  }

  private Kind kindOf(Class<?> type) {
    for (Class<?> ignored : ignoredTypes) {
      if (ignored.isAssignableFrom(type)) {
        return Kind.IGNORED;
      }
    }
    if (isNamed(type, ignoredNames)) {
      return Kind.IGNORED;
    }
    if (isNamed(type, CLIENT_GONE)) {
      return Kind.CLIENT_GONE;
    }
    return isNamed(type, CARRIERS) ? Kind.CARRIER : Kind.OTHER;
  }

  private static boolean isNamed(Class<?> type, Set<String> names) {
    for (@Nullable Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (names.contains(c.getName())) {
        return true;
      }
    }
    return false;
  }
}
