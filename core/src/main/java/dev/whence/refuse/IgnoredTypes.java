package dev.whence.refuse;

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

  // What a class is. Plain numbers: the JDK keeps them for ever with classes of its own, where a
  // value of a type of ours would keep the application's class loader alive.
  private static final int OTHER = 0;
  private static final int IGNORED = 1;
  private static final int GONE = 2;
  private static final int CARRIER = 3;

  private final Set<String> ignoredNames;
  private final List<Class<?>> ignoredTypes;
  private final ClassValue<Integer> kinds = new ClassValue<>() {
    @Override
    protected Integer computeValue(Class<?> type) {
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
      int kind = kinds.get(link.getClass());
      if (kind == GONE || (kind == IGNORED && isCarried)) {
        return true;
      }
      isCarried &= kind == CARRIER;
      link = Chains.causeOf(link);
    }
    return false;
  }

  private int kindOf(Class<?> type) {
    for (Class<?> ignored : ignoredTypes) {
      if (ignored.isAssignableFrom(type)) {
        return IGNORED;
      }
    }
    if (isNamed(type, ignoredNames)) {
      return IGNORED;
    }
    if (isNamed(type, CLIENT_GONE)) {
      return GONE;
    }
    return isNamed(type, CARRIERS) ? CARRIER : OTHER;
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
