package dev.whence.trace;

import dev.whence.event.RandomIds;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How an instance traces. Makes the traces of its requests and jobs. For any thread. */
public final class Tracing {
  private final Options options;
  private final RandomIds ids;
  private final Sampler sampler;

  /**
   * What is set.
   *
   * @param rate the share of traces that are kept; null if nothing is traced
   * @param trusts whether the traces that requests belong to are continued
   * @param maxSpans how many spans are kept of a trace
   * @param maxTailSpans how many spans wait for the end of a request that was not to be kept
   * @param origin what the head of a trace tells all others: {@code release} and the like
   * @param watcher told the ID of the span that a thread goes on in, on that thread; must not
   *     throw; null for nobody
   * @param isCrowded says that nobody would take a trace that begins now
   */
  public record Options(
      @Nullable Double rate,
      boolean trusts,
      int maxSpans,
      int maxTailSpans,
      Map<String, String> origin,
      @Nullable Consumer<String> watcher,
      BooleanSupplier isCrowded) {}

  public Tracing(Options options, RandomIds ids) {
    this.options = options;
    this.ids = ids;
    this.sampler = new Sampler(options.rate(), ids);
  }

  /** Returns what a request says of its trace, nothing where that is not to be believed. */
  public TraceHeaders believed(TraceHeaders came) {
    return options.trusts() ? came : TraceHeaders.NONE;
  }

  /** Says whether anything is traced; IDs are handed on in any case. */
  public boolean isOn() {
    return sampler.isOn();
  }

  /**
   * Begins or continues a trace.
   *
   * @param came the trace that it belongs to
   * @param startNanos when it did
   * @param byRule the rate that a rule wants for it; NaN if none speaks of it
   */
  public Trace trace(TraceHeaders came, long startNanos, double byRule) {
    Caller caller = Caller.of(came);
    return trace(caller, sampler.decide(caller, byRule), startNanos);
  }

  /**
   * Begins a trace if it is to be kept, for what ends without anybody having asked for its trace;
   * null if it is not.
   */
  public @Nullable Trace kept(long startNanos) {
    if (!isOn()) {
      return null;
    }
    double drawn = sampler.draw();
    return sampler.isKept(drawn)
        ? trace(Caller.NONE, sampler.decide(Caller.NONE, Double.NaN, drawn), startNanos)
        : null;
  }

  private Trace trace(Caller caller, Sampling sampling, long startNanos) {
    boolean begins = caller.isNone();
    return new Trace(
        this,
        new Trace.Place(
            begins ? ids.id() : caller.traceHigh(),
            begins ? ids.id() : caller.traceLow(),
            ids.id(),
            caller.spanId()),
        sampling,
        caller.luggage(),
        startNanos);
  }

  /** Returns whom to tell of the span that a thread goes on in; null if nobody. */
  @Nullable
  Consumer<String> watcher() {
    return options.watcher();
  }

  long newId() {
    return ids.id();
  }

  boolean isCrowded() {
    return options.isCrowded().getAsBoolean();
  }

  /** Returns how many spans are kept of a trace; none where nothing is traced, or in vain. */
  int bound(Sampling sampling, boolean isInVain) {
    if (!isOn() || isInVain) {
      return 0;
    }
    return sampling.isKept() ? options.maxSpans() : options.maxTailSpans();
  }

  Map<String, String> origin() {
    return options.origin();
  }
}
