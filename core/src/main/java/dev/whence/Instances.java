package dev.whence;

import java.lang.System.Logger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The live instances by the class loader of their application. The only static state there is. */
final class Instances {
  private static final Map<ClassLoader, List<Whence>> LIVE = new ConcurrentHashMap<>();
  private static final AtomicBoolean IS_DOUBT_SAID = new AtomicBoolean();

  private Instances() {}

  private static ClassLoader key(@Nullable ClassLoader loader) {
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }

  static void add(@Nullable ClassLoader loader, Whence whence) {
    LIVE.merge(key(loader), List.of(whence), Instances::joined);
  }

  private static List<Whence> joined(List<Whence> live, List<Whence> added) {
    return java.util.stream.Stream.concat(live.stream(), added.stream()).toList();
  }

  static void remove(@Nullable ClassLoader loader, Whence whence) {
    LIVE.computeIfPresent(key(loader), (k, live) -> {
      List<Whence> rest = live.stream().filter(other -> other != whence).toList();
      return rest.isEmpty() ? null : rest;
    });
  }

  /** Returns how many live instances share a class loader. */
  static int count(@Nullable ClassLoader loader) {
    return LIVE.getOrDefault(key(loader), List.of()).size();
  }

  /** Returns the one instance of the calling thread's application; null if none, or in doubt. */
  static @Nullable Whence ofThread() {
    ClassLoader loader = key(Thread.currentThread().getContextClassLoader());
    while (loader != null) {
      List<Whence> live = LIVE.get(loader);
      if (live != null) {
        return live.size() == 1 ? live.get(0) : doubt();
      }
      loader = loader.getParent();
    }
    return null;
  }

  private static @Nullable Whence doubt() {
    if (IS_DOUBT_SAID.compareAndSet(false, true)) {
      System.getLogger("dev.whence")
          .log(
              Logger.Level.WARNING,
              "two live instances share one class loader: Whence.current() is neither outside a"
                  + " request; keep a reference to the one that you mean");
    }
    return null;
  }
}
