package dev.whence.junit;

import dev.whence.Whence;
import dev.whence.WhenceBuilder;
import dev.whence.config.Keys;
import dev.whence.event.Category;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Builds an instance with a {@link RecordingReporter} for each test and closes it afterwards.
 *
 * <pre>{@code
 * @RegisterExtension
 * final WhenceExtension whence = WhenceExtension.create().failOnFaults();
 *
 * @Test
 * void tellsOfAFailedPayment() {
 *   shop.pay(order);
 *
 *   assertThatEvent(whence.event()).hasException(PaymentException.class).hasLevel(Level.ERROR);
 * }
 * }</pre>
 *
 * <p>With {@code @ExtendWith(WhenceExtension.class)} a test gets the {@link Whence} and the
 * {@link RecordingReporter} as parameters, and may then run beside others. The machine's
 * environment variables are not read; the environment is called {@code test}, and every trace is
 * kept.
 */
public final class WhenceExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(WhenceExtension.class);
  private static final Duration LONGEST_FLUSH = Duration.ofSeconds(30);

  private Consumer<WhenceBuilder> setup = builder -> {};
  private boolean failsOnFaults;

  /** The latest test's. */
  private @Nullable Recording latest;

  /** What one test has. */
  private static final class Recording {
    final RecordingReporter reporter =
        new RecordingReporter(Set.of(Category.ERROR, Category.TRANSACTION));
    Whence whence;

    Recording(Consumer<WhenceBuilder> setup) {
      whence = built(setup, reporter);
    }

    private static Whence built(Consumer<WhenceBuilder> setup, RecordingReporter reporter) {
      WhenceBuilder builder = Whence.builder()
          .environmentVariables(Map.of())
          .environment("test")
          .set(Keys.JMX, "false")
          .tracesSampleRate(1)
          .reporter(reporter);
      setup.accept(builder);
      Whence whence = builder.build();
      if (!whence.isOn()) {
        throw new IllegalStateException("Whence is off: " + whence.health().problem());
      }
      return whence;
    }
  }

  /** Returns an extension with the defaults; also for {@code @ExtendWith}. */
  public static WhenceExtension create() {
    return new WhenceExtension();
  }

  /** Makes one with the defaults, for {@code @ExtendWith}. */
  public WhenceExtension() {}

  /** Lets {@code change} change each test's instance before it is built. */
  public WhenceExtension with(Consumer<WhenceBuilder> change) {
    setup = setup.andThen(change);
    return this;
  }

  /** Fails each test that leaves a fault behind: in Whence, or in code that it was given. */
  public WhenceExtension failOnFaults() {
    failsOnFaults = true;
    return this;
  }

  public Whence whence() {
    return latest().whence;
  }

  public RecordingReporter reporter() {
    return latest().reporter;
  }

  /** Waits until all that was captured so far has arrived, and returns it. */
  public List<RecordedEvent> events() {
    if (!whence().flush(LONGEST_FLUSH)) {
      throw new AssertionError("not all events arrived: " + whence().health());
    }
    return reporter().events();
  }

  /** Waits until all traces that were kept so far have arrived, and returns their transactions. */
  public List<RecordedEvent> transactions() {
    List<RecordedEvent> unused = events();
    return reporter().transactions();
  }

  /** Returns the one event that there is, and fails if there is another or none. */
  public RecordedEvent event() {
    List<RecordedEvent> events = events();
    if (events.size() != 1) {
      throw new AssertionError("expected one event but found " + events.size() + ": " + events);
    }
    return events.get(0);
  }

  /** Closes this test's instance and builds one with {@code change}; the reporter stays. */
  public Whence rebuild(Consumer<WhenceBuilder> change) {
    Recording recording = latest();
    recording.whence.close();
    recording.whence = Recording.built(setup.andThen(change), recording.reporter);
    return recording.whence;
  }

  private Recording latest() {
    if (latest == null) {
      throw new IllegalStateException("no test is running");
    }
    return latest;
  }

  // JUnit's side.

  @Override
  public void beforeEach(ExtensionContext context) {
    Recording recording = new Recording(setup);
    context.getStore(NAMESPACE).put(this, recording);
    latest = recording;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Recording recording = context.getStore(NAMESPACE).remove(this, Recording.class);
    if (recording == null) {
      return;
    }
    try (Whence whence = recording.whence) {
      if (failsOnFaults) {
        whence.flush(LONGEST_FLUSH);
        assertNoFaults(whence.health().faults());
      }
    }
  }

  private static void assertNoFaults(Map<String, Long> faults) {
    if (!faults.isEmpty()) {
      throw new AssertionError("faults were left behind: " + faults);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return parameter.getDeclaringExecutable() instanceof Method
        && (type == Whence.class || type == RecordingReporter.class)
        && context.getStore(NAMESPACE).get(this) != null;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Recording recording = context.getStore(NAMESPACE).get(this, Recording.class);
    if (recording == null) {
      throw new IllegalStateException("no test is running");
    }
    return parameter.getParameter().getType() == Whence.class
        ? recording.whence
        : recording.reporter;
  }
}
