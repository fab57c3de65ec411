package dev.whence.call;

import dev.whence.RequestScope;
import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.event.Breadcrumb;
import dev.whence.event.Level;
import dev.whence.trace.Span;
import dev.whence.trace.SpanStatus;
import dev.whence.trace.Trace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call that the request or job at hand makes: a span if its trace is recorded, a breadcrumb in
 * any case, and time in a database if it is one.
 *
 * <pre>{@code
 * Call call = Call.begin(KIND, "db.query", () -> normalised);
 * try {
 *   return statement.executeQuery();
 * } catch (SQLException e) {
 *   call.fail(e);
 *   throw e;
 * } finally {
 *   call.close();
 * }
 * }</pre>
 *
 * <p>Outside of requests and jobs, and where the integration is switched off, it does nothing.
 * Never throws. For any thread, one at a time.
 */
public final class Call implements AutoCloseable {
  private static final Call NONE = new Call(null, null, null, "");

  private final @Nullable RequestScope scope;
  private final @Nullable CallKind kind;
  private final Span span;
  private long startNanos;
  private final Map<String, Object> told = new LinkedHashMap<>(0);
  private String text;
  private @Nullable String crumbText;
  private Level level = Level.INFO;
  private boolean isOver;

  private Call(
      @Nullable RequestScope scope, @Nullable CallKind kind, @Nullable Span span, String text) {
    this.scope = scope;
    this.kind = kind;
    this.span = span == null ? Span.NONE : span;
    this.text = text;
    this.isOver = scope == null;
    this.startNanos = scope == null ? 0 : System.nanoTime();
  }

  /** How a span begins. */
  private interface Beginning {
    Span span(Trace trace, String text);
  }

  /**
   * Begins a call that ends on the calling thread; what is called meanwhile is below it.
   *
   * @param op of the span, such as {@code db.query}
   * @param text what is called, without anything secret or that differs from call to call; asked
   *     once, where somebody wants to know
   */
  public static Call begin(CallKind kind, String op, Supplier<String> text) {
    return begin(kind, text, (trace, asked) -> trace.span(op, asked));
  }

  /** Begins a call that may end on another thread, when its answer is there. */
  public static Call beginDetached(CallKind kind, String op, Supplier<String> text) {
    return begin(kind, text, (trace, asked) -> trace.detached(op, asked));
  }

  /**
   * Returns a call that began at {@code startNanos} of {@link System#nanoTime}, for what is worth
   * telling only where it took long.
   */
  public static Call since(CallKind kind, String op, Supplier<String> text, long startNanos) {
    Call call = begin(kind, text, (trace, asked) -> trace.since(op, asked, startNanos));
    call.startNanos = call.isOn() ? startNanos : 0;
    return call;
  }

  private static Call begin(CallKind kind, Supplier<String> text, Beginning beginning) {
    RequestScope scope = Whence.current().currentScope().orElse(null);
    if (scope == null || scope.isFinished() || !scope.whence().listensTo(kind.integration())) {
      return NONE;
    }
    try {
      String asked = text.get();
      return new Call(scope, kind, beginning.span(scope.trace(), asked), asked);
    } catch (Throwable e) {
      scope.whence().fault(kind.integration(), e);
      return NONE;
    }
  }

  /** Says whether anybody wants to know of this. */
  public boolean isOn() {
    return scope != null;
  }

  /** Notes a detail for the span alone. */
  public Call data(String name, Object value) {
    span.data(name, value);
    return this;
  }

  /** Notes a detail for the breadcrumb alone. */
  public Call crumb(String name, Object value) {
    if (scope != null) {
      told.put(name, value);
    }
    return this;
  }

  /** Replaces the text, for what is known better later. */
  public Call describe(String newText) {
    if (scope != null) {
      text = newText;
      span.describe(newText);
    }
    return this;
  }

  /** Replaces the breadcrumb's text, which may say how it went. */
  public Call describeCrumb(String newText) {
    crumbText = newText;
    return this;
  }

  /** Notes the status of an answer by HTTP. */
  public Call answered(int status) {
    data("http.response.status_code", status);
    crumb("status_code", status);
    span.status(SpanStatus.ofHttp(status));
    if (status >= 400) {
      level = status >= 500 ? Level.ERROR : Level.WARNING;
    }
    return this;
  }

  /** Notes that the call failed: the failure's class, never its message. */
  public Call fail(Throwable failure) {
    if (scope != null) {
      span.fail(failure);
      crumb("error", failure.getClass().getName());
      level = Level.ERROR;
    }
    return this;
  }

  /**
   * Returns the headers by which {@code host} is told the request's ID and its trace: none, unless
   * {@code propagate-to} names it.
   *
   * @param host name or address without a port
   */
  public Map<String, String> headersFor(String host) {
    if (scope == null) {
      return Map.of();
    }
    try {
      Settings settings = scope.whence().settings().orElseThrow();
      if (!settings.get(Keys.PROPAGATE_TO).matches(host)) {
        return Map.of();
      }
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put(settings.get(Keys.REQUEST_ID_HEADER), scope.requestId());
      headers.putAll((span.isRecording() ? span.headers() : scope.trace().headers()).toMap());
      return headers;
    } catch (Throwable e) {
      scope.whence().fault("propagation", e);
      return Map.of();
    }
  }

  /** Ends the call now. Does nothing when called again. */
  @Override
  public void close() {
    if (isOver || scope == null || kind == null) {
      return;
    }
    isOver = true;
    long nanos = System.nanoTime() - startNanos;
    try {
      span.close();
      if (kind.isDatabase()) {
        scope.trace().calls().ran(kind.isStatement() ? text : null, nanos);
      }
      told.put("duration_ms", millis(nanos));
      String shown = crumbText == null ? text : crumbText;
      scope.breadcrumb(new Breadcrumb(Instant.now(), kind.category(), shown, level, told));
    } catch (Throwable e) {
      scope.whence().fault(kind.integration(), e);
    }
  }

  /** Returns whole milliseconds from ten on, with three digits below. */
  private static Object millis(long nanos) {
    return nanos >= 10_000_000
        ? (Object) (nanos / 1_000_000)
        : (Object) (Math.rint(nanos / 1e3) / 1e3);
  }
}
