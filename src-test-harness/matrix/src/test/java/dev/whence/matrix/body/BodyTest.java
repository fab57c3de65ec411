package dev.whence.matrix.body;

import dev.whence.config.Keys;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.WhenceExtension;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.client.RawHttp;
import dev.whence.matrix.container.Application;
import dev.whence.matrix.container.Container;
import dev.whence.matrix.container.Deployment;
import dev.whence.matrix.container.Engine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What tests of bodies share: one container for the class, an instance for each test. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
abstract class BodyTest {
  static final Duration LONG = Duration.ofSeconds(30);

  private static @Nullable Container running;

  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create()
      .with(builder -> builder
          .set(Keys.CAPTURE_BODY, "on-error")
          .set(Keys.BODY_BYTES, String.valueOf(BodyRows.LIMIT)))
      .failOnFaults();

  private final Engine engine;

  BodyTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeParameterizedClassInvocation
  static void startContainer(Engine engine) {
    running = engine.start();
  }

  @AfterParameterizedClassInvocation
  static void stopContainer() {
    container().close();
  }

  private static Container container() {
    if (running == null) {
      throw new IllegalStateException("no container is running");
    }
    return running;
  }

  Engine engine() {
    return engine;
  }

  /** Sends {@code request} to {@code application}, which is there for this alone. */
  static RawAnswer exchange(Application application, String request) {
    try (Deployment deployment = container().deploy(application)) {
      return new RawHttp(container().port()).exchange(request);
    }
  }

  /** Awaits that many events, since an asynchronous request may outlast its answer. */
  List<RecordedEvent> events(int count) {
    whence.whence().flush(LONG); // what has been captured need not wait for its batch
    whence.reporter().awaitEvents(count, LONG);
    return whence.events();
  }

  RecordedEvent event() {
    return events(1).get(0);
  }
}
