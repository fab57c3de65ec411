package dev.whence;

import dev.whence.capture.Capture;
import dev.whence.config.Settings;
import dev.whence.doctor.StartReport;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.event.Measurement;
import dev.whence.event.Scope;
import dev.whence.event.User;
import dev.whence.health.Health;
import dev.whence.trace.Span;
import dev.whence.trace.TraceHeaders;
import dev.whence.trace.Work;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Captures what goes wrong in one application and hands it to its reporters, scrubbed.
 *
 * <p>One instance for each application, closed with it; an instance that could not be built is
 * simply off. Nothing here ever throws, waits or changes what the application does. For any thread.
 */
public final class Whence implements AutoCloseable {
  private static final Whence NONE = off("there is no live instance for this class loader");

  private final @Nullable Engine engine;
  private final Health healthWhenOff;
  private final Closing closing;
  private final String scopeAttribute;

  /** What is done once when an instance is closed. */
  record Closing(
      @Nullable ClassLoader loader,
      Duration bound,
      @Nullable StartReport report,
      Runnable last) {}

  Whence(Engine.Parts parts, Closing closing) {
    this.engine = new Engine(parts, this);
    this.scopeAttribute = "dev.whence.scope." + engine.requestIds().random().eventId();
    this.healthWhenOff = Health.off("");
    this.closing = closing;
  }

  private Whence(Health off) {
    this.engine = null;
    this.scopeAttribute = "dev.whence.scope.off";
    this.healthWhenOff = off;
    this.closing = new Closing(null, Duration.ZERO, null, () -> {});
  }

  /** Returns an instance that does nothing, and says why. */
  static Whence off(String problem) {
    return new Whence(Health.off(problem));
  }

  /** Returns an instance that does nothing, as the settings want it. */
  static Whence disabled(String why) {
    return new Whence(Health.disabled(why));
  }

  public static WhenceBuilder builder() {
    return new WhenceBuilder();
  }

  /** Returns an instance built from settings alone: properties, environment, files. */
  public static Whence fromEnvironment() {
    return builder().build();
  }

  /**
   * Returns the instance of the calling thread's request, else the one live instance of its class
   * loader or the nearest parent, else one that does nothing. Never null.
   */
  public static Whence current() {
    RequestScope scope = CurrentScope.get();
    if (scope != null) {
      return scope.whence();
    }
    Whence live = Instances.ofThread();
    return live == null ? NONE : live;
  }

  /** Says whether this instance works; one that is off does nothing, and {@link #health} why. */
  public boolean isOn() {
    return engine != null;
  }

  // Captures.

  /** Captures a failure that the application dealt with, or is about to throw. */
  public Optional<EventId> capture(Throwable failure) {
    return capture(failure, scope -> {});
  }

  /**
   * Captures a failure, with details of its own.
   *
   * <p>Within a request the event is final, and goes out, when the request is; the same failure
   * captured again or thrown later adds to it.
   *
   * @return the ID of the event; empty if there will be none
   */
  public Optional<EventId> capture(Throwable failure, Consumer<Scope> details) {
    if (engine == null) {
      return Optional.empty();
    }
    return captured(engine, () -> engine.capturing().of(failure, Capture.Manner.BY_HAND), details);
  }

  /** Captures a message. */
  public Optional<EventId> capture(String message, Level level) {
    return capture(message, level, scope -> {});
  }

  /** Captures a message, with details of its own. */
  public Optional<EventId> capture(String message, Level level, Consumer<Scope> details) {
    if (engine == null) {
      return Optional.empty();
    }
    return captured(engine, () -> engine.capturing().of(message, level), details);
  }

  private Optional<EventId> captured(Engine live, Supplier<Capture> made, Consumer<Scope> details) {
    try {
      Capture capture = made.get();
      addDetails(live, details, capture);
      return Optional.ofNullable(live.capturing().capture(scope(), null, capture));
    } catch (Throwable e) {
      live.faults().count("capture", e);
      return Optional.empty();
    }
  }

  private static void addDetails(Engine live, Consumer<Scope> details, Capture capture) {
    try {
      details.accept(capture.details());
    } catch (Throwable e) {
      live.faults().count("details", e);
    }
  }

  // The request at hand.

  /**
   * Opens the scope of a request, for what receives requests; its finish must follow.
   *
   * @param offeredId the ID that the request brought, taken if it is well-formed and trusted
   * @throws IllegalStateException if this instance is off
   */
  public RequestScope open(@Nullable String offeredId) {
    return open(offeredId, TraceHeaders.NONE);
  }

  /**
   * Opens the scope of a request that may belong to a trace.
   *
   * @param offeredId as in {@link #open(String)}
   * @param came what the request says of its trace, read when it is needed
   * @throws IllegalStateException if this instance is off
   */
  public RequestScope open(@Nullable String offeredId, TraceHeaders came) {
    if (engine == null) {
      throw new IllegalStateException("this instance is off: " + healthWhenOff.problem());
    }
    return engine.open(offeredId, engine.tracing().believed(came));
  }

  /**
   * Returns the name of the request attribute that holds a request's scope; this instance's own.
   */
  public String scopeAttribute() {
    return scopeAttribute;
  }

  /** Returns the scope of the calling thread's request, if this instance opened it. */
  public Optional<RequestScope> currentScope() {
    return Optional.ofNullable(scope());
  }

  private @Nullable RequestScope scope() {
    RequestScope scope = CurrentScope.get();
    return scope != null && scope.engine() == engine ? scope : null;
  }

  /** Says who is at work in the request at hand. */
  public void user(User user) {
    onScope(scope -> scope.user(user));
  }

  /** Sets a tag for all events of the request at hand. */
  public void tag(String name, String value) {
    onScope(scope -> scope.tag(name, value));
  }

  /** Sets details for all events of the request at hand. */
  public void context(String name, Map<String, ?> values) {
    onScope(scope -> scope.context(name, values));
  }

  /** Leaves a breadcrumb in the request at hand; outside a request nothing happens. */
  public void breadcrumb(String category, String message, Level level) {
    onScope(scope -> scope.breadcrumb(category, message, level));
  }

  private void onScope(Consumer<RequestScope> change) {
    RequestScope scope = scope();
    if (scope == null || engine == null) {
      return;
    }
    try {
      change.accept(scope);
    } catch (Throwable e) {
      engine.faults().count("scope", e);
    }
  }

  // Where the time goes.

  /**
   * Begins a span of the request or job at hand, the calling thread's until it is closed; one that
   * does nothing outside of them.
   *
   * @param op what kind of work it is, such as {@code cart.load}; receivers group by it
   * @param text what is done, without anything that differs from call to call
   */
  public Span span(String op, String text) {
    RequestScope scope = scope();
    if (scope == null || engine == null) {
      return Span.NONE;
    }
    try {
      return scope.trace().span(op, text);
    } catch (Throwable e) {
      engine.faults().count("trace", e);
      return Span.NONE;
    }
  }

  /** Runs {@code work} in a span, which fails if that throws. */
  public <T, X extends Exception> T trace(String op, String text, Work<T, X> work) throws X {
    try (Span span = span(op, text)) {
      try {
        return work.run();
      } catch (Throwable e) {
        span.fail(e);
        throw e;
      }
    }
  }

  /**
   * Measures {@code work} by a span until its stage completes, on whatever thread. What is returned
   * completes as that stage does, when the span is over, and cancels it if it is cancelled.
   */
  public <T> CompletionStage<T> traceStage(
      String op, String text, Supplier<CompletionStage<T>> work) {
    RequestScope scope = scope();
    Span span = scope == null ? Span.NONE : detached(scope, op, text);
    return scope == null || span == Span.NONE
        ? work.get()
        : Wrapped.stage(scope.trace(), span, work);
  }

  private static Span detached(RequestScope scope, String op, String text) {
    try {
      return scope.trace().detached(op, text);
    } catch (Throwable e) {
      scope.engine().faults().count("trace", e);
      return Span.NONE;
    }
  }

  /**
   * Notes a figure of the request or job at hand, which its trace carries.
   *
   * @param unit one that receivers know, such as {@code millisecond}, {@code byte} or {@code none}
   */
  public void measure(String name, double value, String unit) {
    onScope(scope -> scope.trace().measure(name, new Measurement(value, unit)));
  }

  /**
   * Begins a job, or other work that no request asks for; within a request it has that one's ID and
   * belongs to its trace.
   *
   * @param op what kind of work it is, such as {@code task} or {@code queue.process}
   * @param name what is done, without anything that differs from run to run
   */
  public Transaction transaction(String op, String name) {
    RequestScope around = scope();
    if (around == null || engine == null) {
      return transaction(op, name, TraceHeaders.NONE);
    }
    return new Transaction(engine.openWithin(around), op, name);
  }

  /** Begins a job that continues the trace of whoever asked for it, by a message for example. */
  public Transaction transaction(String op, String name, TraceHeaders came) {
    return new Transaction(engine == null ? null : engine.open(null, came), op, name);
  }

  // Other threads.

  /**
   * Returns a task that runs {@code task} in the scope of the request at hand, on whatever thread,
   * and captures what escapes it before it is thrown on.
   */
  public Runnable wrap(Runnable task) {
    RequestScope scope = scope();
    return scope == null ? task : Wrapped.runnable(scope, task);
  }

  /** Returns a task that calls {@code task} as {@link #wrap(Runnable)} would run it. */
  public <V> Callable<V> wrap(Callable<V> task) {
    RequestScope scope = scope();
    return scope == null ? task : Wrapped.callable(scope, task);
  }

  /** Returns an executor that carries along the scope of whoever hands it a task. */
  public Executor wrap(Executor executor) {
    return task -> executor.execute(wrap(task));
  }

  /** Returns an executor service that carries along the scope of whoever hands it a task. */
  public ExecutorService wrap(ExecutorService executor) {
    return new WrappedExecutor(this, executor);
  }

  // The instance.

  /** Returns what was set; empty for an instance that is off. */
  public Optional<Settings> settings() {
    return engine == null ? Optional.empty() : Optional.of(engine.settings());
  }

  /** Says whether the calls that {@code integration} tells of are wanted. */
  public boolean listensTo(String integration) {
    return engine != null && engine.listensTo(integration);
  }

  /**
   * Counts and, once a minute, tells of a fault in what connects Whence with its surroundings.
   *
   * @param place where it happened, in a word
   */
  public void fault(String place, Throwable fault) {
    if (engine != null) {
      engine.faults().count(place, fault);
    }
  }

  public Health health() {
    return engine == null ? healthWhenOff : engine.health();
  }

  /**
   * Waits until all that was captured is delivered or dropped.
   *
   * @return whether that came true in time; false also where the instance was closed with something
   *     left to deliver
   */
  public boolean flush(Duration timeout) {
    return engine == null || engine.flush(timeout);
  }

  /**
   * Delivers what it can within {@code close-timeout} and ends every thread. Does nothing when
   * called again.
   */
  @Override
  public void close() {
    if (engine == null) {
      return;
    }
    long end = System.nanoTime() + closing.bound().toNanos();
    Instances.remove(closing.loader(), this);
    StartReport report = closing.report();
    if (report != null) {
      report.stop();
    }
    engine.close(closing.bound());
    if (report != null) {
      report.awaitEnd(end);
    }
    closing.last().run();
  }
}
