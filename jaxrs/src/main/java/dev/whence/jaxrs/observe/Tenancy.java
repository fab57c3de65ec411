package dev.whence.jaxrs.observe;

import dev.whence.Whence;
import dev.whence.config.Source;
import jakarta.ws.rs.core.Configuration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The instance that a JAX-RS application works with: one made in code, else the one that is live in
 * the application, else one built here from settings. Immutable.
 *
 * @param isOwner whether the instance was built here, and so is closed with the last application
 *     that shares it
 */
public record Tenancy(Whence whence, boolean isOwner) {
  /** How many applications share each instance that was built here. Guarded by itself. */
  private static final Map<Whence, Integer> SHARERS = new WeakHashMap<>();

  /** Returns the instance given or live; builds none. */
  public static Tenancy guest(@Nullable Whence given) {
    return new Tenancy(given == null ? Whence.current() : given, false);
  }

  public static Tenancy of(@Nullable Whence given, Configuration configuration) {
    if (given != null) {
      return new Tenancy(given, false);
    }
    synchronized (SHARERS) {
      Whence live = Whence.current();
      if (live.isOn() && !SHARERS.containsKey(live)) {
        return new Tenancy(live, false);
      }
      Whence shared = live.isOn() ? live : built(configuration);
      SHARERS.merge(shared, 1, Integer::sum);
      return new Tenancy(shared, true);
    }
  }

  private static Whence built(Configuration configuration) {
    Source properties = Source.prefixed("JAX-RS property", texts(configuration));
    return Whence.builder().source(properties).build();
  }

  private static Map<String, String> texts(Configuration configuration) {
    Map<String, String> texts = new LinkedHashMap<>();
    configuration.getProperties().forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }

  /** Closes the instance with the last of its applications. */
  public void leave() {
    if (isOwner && isLast()) {
      whence.close();
    }
  }

  private boolean isLast() {
    synchronized (SHARERS) {
      return SHARERS.computeIfPresent(whence, (k, sharers) -> sharers == 1 ? null : sharers - 1)
          == null;
    }
  }
}
