package dev.whence;

import dev.whence.event.Breadcrumb;
import dev.whence.event.Consent;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.event.User;
import dev.whence.refuse.Refusal;
import dev.whence.request.LogContext;
import dev.whence.request.RequestFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The state of one request: its ID, when it began, what is known of it, and the errors that wait
 * for its end.
 *
 * <p>Belongs to the request and lives as long as it; a thread only borrows it, by {@link #enter}.
 * For any thread.
 */
public final class RequestScope implements Scope {
  private static final AtomicIntegerFieldUpdater<RequestScope> STATE =
      AtomicIntegerFieldUpdater.newUpdater(RequestScope.class, "state");
  private static final int OPEN = 0;
  private static final int ASYNC = 1;
  private static final int FINISHED = 2;
  private static final int MOST_CAPTURES = 8;

  private final Engine engine;
  private final String requestId;
  private final long startNanos = System.nanoTime();
  private volatile int state = OPEN;
  private volatile @Nullable Details details;

  /** Guarded by this; null until something is captured. */
  private @Nullable List<Capture> captures;

  RequestScope(Engine engine, String requestId) {
    this.engine = engine;
    this.requestId = requestId;
  }

  public String requestId() {
    return requestId;
  }

  /** Returns the instance that opened this scope. */
  public Whence whence() {
    return engine.whence();
  }

  Engine engine() {
    return engine;
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  // What is known of the request.

  private Details details() {
    Details known = details;
    if (known == null) {
      synchronized (this) {
        known = details;
        if (known == null) {
          known = engine.newDetails();
          details = known;
        }
      }
    }
    return known;
  }

  Details.Copy copyOfDetails() {
    Details known = details;
    return known == null ? Details.Copy.EMPTY : known.copy();
  }

  @Override
  public RequestScope tag(String name, String value) {
    details().tag(name, value);
    return this;
  }

  @Override
  public RequestScope context(String name, Map<String, ?> values) {
    details().context(name, values);
    return this;
  }

  @Override
  public RequestScope user(User user) {
    details().user(user);
    return this;
  }

  @Override
  public RequestScope fingerprint(String... parts) {
    details().fingerprint(parts);
    return this;
  }

  @Override
  public RequestScope breadcrumb(Breadcrumb breadcrumb) {
    details().breadcrumb(breadcrumb);
    return this;
  }

  @Override
  public RequestScope breadcrumb(String category, String message, Level level) {
    details().breadcrumb(category, message, level);
    return this;
  }

  /** Names the route, such as {@code GET /orders/{id}}, better than its path would. */
  public RequestScope route(String newRoute) {
    details().route(newRoute);
    return this;
  }

  /** Names the route as {@link #route(String)} does, unless it has a name. */
  public void routeUnlessNamed(String newRoute) {
    if (route() == null) {
      route(newRoute);
    }
  }

  /** Remembers what the person behind the request lets be sent. */
  void consent(Consent consent) {
    details().consent(consent);
  }

  @Nullable
  Consent consent() {
    Details known = details;
    return known == null ? null : known.consent();
  }

  @Nullable
  String route() {
    Details known = details;
    return known == null ? null : known.route();
  }

  // The thread's loan.

  /**
   * Makes this the calling thread's scope until the entry is closed, which must happen on the same
   * thread; the previous scope and MDC value then come back.
   */
  public Entry enter() {
    return new Entry(this);
  }

  /** Says whether this is the calling thread's scope. */
  public boolean isCurrent() {
    return CurrentScope.get() == this;
  }

  /** A thread's loan of a scope. */
  public static final class Entry implements AutoCloseable {
    private final LogContext log;
    private final @Nullable RequestScope previous;
    private final @Nullable String previousLogged;

    private Entry(RequestScope scope) {
      log = scope.engine.logContext();
      previous = CurrentScope.set(scope);
      previousLogged = log.isOn() ? log.put(scope.requestId) : null;
    }

    @Override
    public void close() {
      CurrentScope.restore(previous);
      if (log.isOn()) {
        log.restore(previousLogged);
      }
    }
  }

  // Captures, and the end.

  /**
   * Captures what nobody caught. The event follows when the request is finished; a failure that the
   * request has shown before becomes no second one, and one that comes after the end an event at
   * once.
   *
   * @param mechanism who saw it, such as {@code servlet}
   * @param facts what the request's environment knows, null where that is out of reach
   */
  public void fail(Throwable failure, String mechanism, @Nullable RequestFacts facts) {
    try {
      Capture capture = engine.newCapture(failure, new Capture.Manner(mechanism, false));
      engine.capture(this, facts, capture);
    } catch (Throwable e) {
      engine.faults().count("capture", e);
    }
  }

  /**
   * Parks {@code capture} until the end of the request, or merges it with an earlier sighting.
   *
   * @return the one that stands for it; null if the request is over and has not seen it
   */
  @Nullable
  Capture park(Capture capture) {
    synchronized (this) {
      if (captures != null) {
        for (Capture earlier : captures) {
          if (earlier.isSameFailure(capture)) {
            earlier.merge(capture);
            return earlier;
          }
        }
      }
      if (isFinished()) {
        return null;
      }
      if (captures == null) {
        captures = new ArrayList<>(2);
      }
      if (captures.size() == MOST_CAPTURES) {
        capture.refusal = Refusal.SCOPE_FULL;
      } else {
        capture.refusal = engine.refusal(capture);
        captures.add(capture);
      }
    }
    if (capture.refusal != null) {
      engine.refuse(capture);
    }
    return capture;
  }

  /** Returns the ID of the first event that this request will leave or has left. */
  public Optional<EventId> eventId() {
    synchronized (this) {
      if (captures != null) {
        for (Capture capture : captures) {
          if (capture.refusal == null) {
            return Optional.of(capture.id);
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Notes that the request goes on after its dispatch.
   *
   * @return whether that was news
   */
  public boolean markAsync() {
    return STATE.compareAndSet(this, OPEN, ASYNC);
  }

  public boolean isFinished() {
    return state == FINISHED;
  }

  /**
   * Ends a request in which nothing was captured and whose answer is no event by itself.
   *
   * @return false if there is something to tell, or the request goes on; nothing has changed then
   */
  public boolean finishQuietly(int status) {
    if (engine.capturesStatus(status) || engine.isSlow(startNanos)) {
      return false;
    }
    synchronized (this) {
      return captures == null && STATE.compareAndSet(this, OPEN, FINISHED);
    }
  }

  /** Lets the answer be no event by itself, whatever its status and however long it takes. */
  public void tellNothingOfTheAnswer() {
    synchronized (this) {
      captures = captures == null ? new ArrayList<>(2) : captures;
    }
  }

  /**
   * Ends the request: what was captured, or an answer that is an event by itself, goes to the
   * recorder with the request's data. Only the first call counts.
   *
   * @return whether this was the first
   */
  public boolean finish(RequestFacts facts) {
    if (STATE.getAndSet(this, FINISHED) == FINISHED) {
      return false;
    }
    try {
      List<Capture> taken = takeCaptures(facts);
      if (!taken.isEmpty()) {
        engine.handOver(this, facts, taken);
      }
    } catch (Throwable e) {
      engine.faults().count("finish", e);
    }
    return true;
  }

  private List<Capture> takeCaptures(RequestFacts facts) {
    synchronized (this) {
      if (captures != null) {
        return captures.stream().filter(capture -> capture.refusal == null).toList();
      }
    }
    Capture capture = engine.answerCapture(this, startNanos, facts);
    if (capture == null) {
      return List.of();
    }
    synchronized (this) {
      captures = new ArrayList<>(List.of(capture));
    }
    if (capture.refusal != null) {
      engine.refuse(capture);
      return List.of();
    }
    return List.of(capture);
  }
}
