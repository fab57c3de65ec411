package dev.whence;

import dev.whence.capture.Capture;
import dev.whence.capture.Captures;
import dev.whence.capture.Details;
import dev.whence.capture.DetailsCopy;
import dev.whence.config.TraceKeys;
import dev.whence.config.value.TraceRules;
import dev.whence.event.Breadcrumb;
import dev.whence.event.Consent;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.event.Scope;
import dev.whence.event.User;
import dev.whence.request.HandledFacts;
import dev.whence.request.HandlerFacts;
import dev.whence.request.RequestFacts;
import dev.whence.trace.Span;
import dev.whence.trace.Trace;
import dev.whence.trace.TraceHeaders;
import java.time.Duration;
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

  private final Engine engine;
  private final String requestId;
  private final TraceHeaders came;
  private final long startNanos = System.nanoTime();

  private volatile int state = OPEN;
  private volatile @Nullable Details details;
  private volatile @Nullable HandlerFacts handler;

  /** Made under the lock of this, when somebody needs to know. */
  private volatile @Nullable Trace trace;

  /** Made under the lock of this, when something is captured. */
  private volatile @Nullable Captures captures;

  RequestScope(Engine engine, String requestId, TraceHeaders came) {
    this.engine = engine;
    this.requestId = requestId;
    this.came = came;
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
          known = engine.capturing().newDetails();
          details = known;
        }
      }
    }
    return known;
  }

  /** Copies what is known by now, for an event. */
  DetailsCopy copyOfDetails() {
    Details known = details;
    DetailsCopy copy = known == null ? DetailsCopy.EMPTY : known.copy();
    Trace here = trace;
    return here == null || !here.isInSpan() ? copy : copy.in(here.toContext());
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

  /** Keeps the route by which the request came in, where later dispatches may show another. */
  public void keepRoute(RequestFacts facts) {
    Details known = details();
    if (known.keptRoute() == null) {
      known.keepRoute(engine.nameOf(facts));
    }
  }

  /** Sets who handles the request and knows it better than what received it; the last one wins. */
  public void handledBy(HandlerFacts newHandler) {
    handler = newHandler;
  }

  /** Returns who handles the request. */
  public Optional<HandlerFacts> handler() {
    return Optional.ofNullable(handler);
  }

  // Where the time goes.

  /** Returns this request's part in its trace; begins or continues that if nobody has yet. */
  public Trace trace() {
    Trace known = trace;
    if (known == null) {
      synchronized (this) {
        known = trace;
        if (known == null) {
          known = engine.tracing().trace(came, startNanos, Double.NaN);
          trace = known;
        }
      }
    }
    return known;
  }

  /** Returns the trace if anybody has asked for it. */
  @Nullable
  Trace knownTrace() {
    return trace;
  }

  /** Lets {@code trace-rules} decide on the trace, if one of them speaks of {@code subject}. */
  public void sampleBy(TraceRules.Subject subject) {
    double rate = engine.settings().get(TraceKeys.RULES).rateFor(subject);
    if (!Double.isNaN(rate)) {
      synchronized (this) {
        trace = engine.tracing().trace(came, startNanos, rate);
      }
    }
  }

  /**
   * Returns the value of the header {@code Server-Timing} (W3C Server Timing): the time so far and
   * that in databases, in milliseconds, and the trace. Empty unless {@code server-timing} asks.
   */
  public Optional<String> serverTiming() {
    return engine.tellsTiming() ? Optional.of(trace().timing(age())) : Optional.empty();
  }

  /** Says whether the trace is kept, for requests of which nobody will ask more. */
  private boolean isTraceKept() {
    if (trace == null && came.isNone()) {
      trace = engine.tracing().kept(startNanos);
      return trace != null;
    }
    return engine.tracing().isOn() && trace().isKept();
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

  @Nullable
  String keptRoute() {
    Details known = details;
    return known == null ? null : known.keptRoute();
  }

  // The thread's loan.

  /**
   * Makes this the calling thread's scope until the entry is closed, which must happen on the same
   * thread; the previous scope and MDC value then come back.
   */
  public ScopeEntry enter() {
    return new ScopeEntry(this, null);
  }

  /** Does the same for a task that {@code span} has led to; null if none has. */
  ScopeEntry enter(@Nullable Span span) {
    return new ScopeEntry(this, span);
  }

  /** Says whether this is the calling thread's scope. */
  public boolean isCurrent() {
    return CurrentScope.get() == this;
  }

  // Captures, and the end.

  /**
   * Captures what nobody caught. The event follows when the request is finished; a failure that the
   * request has shown before becomes no second one, and one that comes after the end an event at
   * once.
   *
   * @param mechanism who saw it, such as {@code servlet}
   * @param facts what the request's environment knows, null where that is out of reach
   * @return the ID of the event; empty if there will be none
   */
  public Optional<EventId> fail(Throwable failure, String mechanism, @Nullable RequestFacts facts) {
    return engine.capturing().fail(this, failure, new Capture.Manner(mechanism, false), facts);
  }

  /** Captures what escaped a task of this request; whoever waits for it may answer it yet. */
  void failInTask(Throwable failure) {
    var unused = engine.capturing().fail(this, failure, Capture.Manner.IN_TASK, null);
  }

  /**
   * Takes note of a failure that may yet be turned into an answer. {@link #answered} decides what
   * becomes of it; it is an event if nothing does until the request is finished.
   *
   * @param mechanism who saw it, such as {@code jaxrs}
   */
  public void sighted(Throwable failure, String mechanism) {
    engine.capturing().sighted(this, failure, mechanism);
  }

  /**
   * Decides on the failures sighted so far, which somebody turned into an answer: from 500 on, and
   * where {@code capture-status} names the status, they are events, else breadcrumbs.
   */
  public void answered(int status) {
    engine.capturing().answered(this, status);
  }

  /**
   * Says that no answer will follow to what was sighted. Until the request is finished its end says
   * so; what is sighted after that is an event now.
   */
  public void unanswered() {
    if (isFinished()) {
      engine.capturing().unanswered(this);
    }
  }

  /** Returns what has been captured so far; null if nothing has. */
  @Nullable
  Captures knownCaptures() {
    return captures;
  }

  /** Returns the place for what is captured. */
  Captures captures() {
    synchronized (this) {
      Captures parked = captures;
      if (parked == null) {
        parked = new Captures(engine.capturing());
        captures = parked;
        if (isFinished()) {
          parked.close();
        }
      }
      return parked;
    }
  }

  /** Says whether {@code eventId} is that of an event that this request will leave or has left. */
  public boolean isEvent(String eventId) {
    Captures parked = captures;
    return parked != null && parked.isEvent(eventId);
  }

  /** Returns the ID of the first event that this request will leave or has left. */
  public Optional<EventId> eventId() {
    Captures parked = captures;
    return parked == null ? Optional.empty() : parked.firstId();
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
    // Only of one that is open, so that nothing is drawn twice for its trace.
    if (state != OPEN || engine.capturesStatus(status) || engine.isSlow(startNanos)) {
      return false;
    }
    synchronized (this) {
      return captures == null
          && engine.isSilentOfGoodRequests()
          && !isTraceKept()
          && STATE.compareAndSet(this, OPEN, FINISHED);
    }
  }

  boolean isSlow() {
    return engine.isSlow(startNanos);
  }

  /** Lets the answer be no event by itself, whatever its status and however long it takes. */
  public void tellNothingOfTheAnswer() {
    captures().tellNothingOfTheAnswer();
  }

  /**
   * Ends the request: what was captured, or an answer that is an event by itself, goes to the
   * recorder with the request's data. Only the first call counts.
   *
   * @return whether this was the first
   */
  public boolean finish(RequestFacts facts) {
    if (!end()) {
      return false;
    }
    HandlerFacts by = handler;
    RequestFacts known = by == null ? facts : new HandledFacts(facts, by);
    engine.finished(new RequestEnd(engine, this, known));
    handler = null; // events that wait would hold on to the request
    return true;
  }

  /** Ends what happens in the scope; returns whether this was the first call. */
  boolean end() {
    synchronized (this) {
      return STATE.getAndSet(this, FINISHED) != FINISHED;
    }
  }
}
