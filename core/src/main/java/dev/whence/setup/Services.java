package dev.whence.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Services by {@link ServiceLoader}. */
public final class Services {
  private Services() {}

  /** Finds services in the application and beside Whence itself, each class once. */
  public static <S> List<S> of(Class<S> type, @Nullable ClassLoader application) {
    List<S> found = new ArrayList<>();
    List<Class<?>> seen = new ArrayList<>();
    for (@Nullable ClassLoader loader : new ClassLoader[] {application, type.getClassLoader()}) {
      for (S service : ServiceLoader.load(type, loader)) {
        if (!seen.contains(service.getClass())) {
          seen.add(service.getClass());
          found.add(service);
        }
      }
    }
    return found;
  }
}
