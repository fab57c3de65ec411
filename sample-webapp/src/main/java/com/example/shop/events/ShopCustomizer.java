package com.example.shop.events;

import dev.whence.WhenceBuilder;
import dev.whence.WhenceCustomizer;
import dev.whence.config.Keys;
import dev.whence.config.Source;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Adds the shelf to the instance that the filter in web.xml builds, beside the reporters that
 * settings ask for; and calls the place development unless anybody else names it.
 *
 * <p>Found through {@code META-INF/services}, so that web.xml stays the only place that names the
 * filter, in whatever container.
 */
public final class ShopCustomizer implements WhenceCustomizer {
  @Override
  public void customize(WhenceBuilder builder) {
    builder.reporter(EventShelf.own());
    if (!isEnvironmentNamed(System.getenv())) {
      builder.source(
          Source.of("the shop's own default", Map.of(Keys.ENVIRONMENT.key(), "development")));
    }
  }

  /** Web.xml need not be asked: what stands there comes first. */
  static boolean isEnvironmentNamed(Map<String, String> variables) {
    return System.getProperty("whence.environment") != null
        || Stream.of("WHENCE_ENVIRONMENT", "SENTRY_ENVIRONMENT", "ENVIRONMENT")
            .anyMatch(name -> !variables.getOrDefault(name, "").isBlank());
  }
}
