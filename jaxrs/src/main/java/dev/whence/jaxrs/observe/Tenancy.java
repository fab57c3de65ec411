package dev.whence.jaxrs.observe;

import dev.whence.Whence;
import dev.whence.config.Source;
import jakarta.ws.rs.core.Configuration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The instance that a JAX-RS application works with: one made in code, else the one that is live in
 * the application, else one built here from settings. Immutable.
 *
 * @param isOwner whether the instance was built here, and so is closed with the application
 */
public record Tenancy(Whence whence, boolean isOwner) {
  /** Returns the instance given or live; builds none. */
  public static Tenancy guest(@Nullable Whence given) {
    return new Tenancy(given == null ? Whence.current() : given, false);
  }

  public static Tenancy of(@Nullable Whence given, Configuration configuration) {
    if (given != null) {
      return new Tenancy(given, false);
    }
    Tenancy guest = guest(null);
    if (guest.whence().isOn()) {
      return guest;
    }
    Source properties = Source.prefixed("JAX-RS property", texts(configuration));
    return new Tenancy(Whence.builder().source(properties).build(), true);
  }

  private static Map<String, String> texts(Configuration configuration) {
    Map<String, String> texts = new LinkedHashMap<>();
    configuration.getProperties().forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }

  /** Closes the instance with its application. */
  public void leave() {
    if (isOwner) {
      whence.close();
    }
  }
}
