package dev.whence.jaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.jaxrs.WhenceFeature;
import dev.whence.junit.RecordingReporter;
import java.util.Arrays;
import java.util.logging.Logger;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.Container;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who builds the instance of an application without a filter, and who closes it. */
class OwnershipTest {
  private static final Logger MAPPING =
      Logger.getLogger("org.glassfish.jersey.server.ServerRuntime$Responder");

  /** A container that tells of its end. */
  private record Ending(ApplicationHandler handler) implements Container {
    @Override
    public ResourceConfig getConfiguration() {
      return handler.getConfiguration();
    }

    @Override
    public ApplicationHandler getApplicationHandler() {
      return handler;
    }

    @Override
    public void reload() {}

    @Override
    public void reload(ResourceConfig config) {}

    void end() {
      handler.onShutdown(this);
    }
  }

  private static Ending started(ResourceConfig config) {
    Ending application = new Ending(new ApplicationHandler(config));
    application.handler().onStartup(application);
    return application;
  }

  /** Those that other tests left behind; an application of theirs has no end. */
  private final long others = allListeners();

  private long listeners() {
    return allListeners() - others;
  }

  private static long allListeners() {
    return Arrays.stream(MAPPING.getHandlers())
        .filter(handler -> handler.getClass().getName().startsWith("dev.whence."))
        .count();
  }

  private static ResourceConfig config(@Nullable String environment) {
    ResourceConfig config = new ResourceConfig(ShopsResource.class);
    return environment == null ? config : config.property("whence.environment", environment);
  }

  @Test
  void anApplicationAloneBuildsItsInstanceFromItsPropertiesAndClosesIt() {
    Ending application = started(config("staging"));
    Whence built = Whence.current();

    assertThat(built.isOn()).isTrue();
    assertThat(built.settings().map(settings -> settings.get(Keys.ENVIRONMENT)))
        .contains("staging");
    assertThat(listeners()).isEqualTo(1);

    application.end();

    assertThat(Whence.current().isOn()).isFalse();
    assertThat(listeners()).isZero();
  }

  @Test
  void aSecondApplicationSharesTheInstanceOfTheFirst() {
    Ending first = started(config("staging"));
    Whence built = Whence.current();
    Ending second = started(config("production"));

    assertThat(Whence.current()).isSameAs(built);
    assertThat(listeners()).isEqualTo(2);

    first.end();

    assertThat(Whence.current()).isSameAs(built);
    assertThat(built.isOn()).isTrue();
    second.end();
    assertThat(Whence.current().isOn()).isFalse();
    assertThat(listeners()).isZero();
  }

  @Test
  void anInstanceMadeInCodeIsUsedAndStaysOpen() {
    RecordingReporter reporter = new RecordingReporter();
    try (Whence given = Whence.builder()
        .environment("test")
        .set(Keys.JMX, "false")
        .reporter(reporter)
        .build()) {
      Ending application = started(config(null).register(new WhenceFeature(given)));

      application.end();

      assertThat(Whence.current()).isSameAs(given);
    }
  }

  @Test
  void anApplicationWithABrokenSettingRunsWithoutWhence() {
    Ending application = started(config(null).property("whence.sample-rate", "much"));

    assertThat(Whence.current().isOn()).isFalse();
    assertThat(listeners()).isZero();
    application.end();
  }
}
