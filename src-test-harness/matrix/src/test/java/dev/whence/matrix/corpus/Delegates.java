package dev.whence.matrix.corpus;

import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.List;
import java.util.Map;

/** Keeps three engines apart that each want to be the only one of a JVM. */
final class Delegates {
  static final List<String> ENGINES = List.of("jersey", "resteasy", "cxf");

  private static final Map<String, String> TYPES = Map.of(
      "jersey", "org.glassfish.jersey.server.internal.RuntimeDelegateImpl",
      "resteasy", "org.jboss.resteasy.core.providerfactory.ResteasyProviderFactoryImpl",
      "cxf", "org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl");

  private Delegates() {}

  /** Lets {@code engine} make what the API makes, from here on. */
  static void use(String engine) {
    String type = TYPES.get(engine);
    if (type == null) {
      return;
    }
    try {
      RuntimeDelegate.setInstance(
          Class.forName(type).asSubclass(RuntimeDelegate.class).getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the init-params of the engine's servlet. */
  static Map<String, String> parameters(String engine) {
    return switch (engine) {
      case "resteasy" ->
        Map.of(
            "jakarta.ws.rs.Application", "shop.Engines$Plain",
            "resteasy.servlet.mapping.prefix", "/resteasy");
      case "cxf" -> Map.of("jakarta.ws.rs.Application", "shop.Engines$Watched");
      default -> Map.of();
    };
  }
}
