package dev.whence.config;

import dev.whence.config.value.TraceRules;
import dev.whence.config.value.Values;
import java.util.List;

/** The settings of traces, a part of the table in {@link Keys}. */
public final class TraceKeys {
  public static final Setting<Boolean> TRACING = Rows.flag(
      "tracing",
      "true",
      "`false` measures no request; errors still tell the trace they are part of");
  public static final Setting<Double> SAMPLE_RATE = Rows.row(
      "traces-sample-rate",
      "0.0 to 1.0",
      "0.1",
      "share of the requests and jobs whose trace is kept, unless whoever called decided; preset"
          + " 1.0 in `development`, 0.5 in `staging`",
      Values::rate);
  public static final Setting<TraceRules> RULES = Rows.row(
      "trace-rules",
      "list of rules",
      "",
      "rates for some requests, such as `path:/orders/* > 1.0, header:X-Debug=1 > 1.0, user:alice >"
          + " 0.5`; the first rule that fits decides",
      TraceRules::parse);
  public static final Setting<Integer> TAIL_PER_MINUTE = Rows.row(
      "tail-traces-per-minute",
      "number",
      "60",
      "traces a minute that are kept only because their request failed or was slow, `0` for none",
      Values::count);
  public static final Setting<Boolean> TRUST =
      Rows.flag("trust-traces", "true", "continues the trace that a request says it is part of");
  public static final Setting<Integer> MAX_SPANS =
      Rows.row("max-spans", "number", "1000", "spans kept of a trace, the first", Values::count);
  public static final Setting<Boolean> SERVER_TIMING = Rows.flag(
      "server-timing", "false", "tells browsers the time that a request took, and its trace");
  public static final Setting<String> MDC_TRACE_KEY = Rows.text(
      "mdc-trace-key",
      "traceId",
      "name of the trace in SLF4J's MDC, where requests are traced; `off` keeps out of it");
  public static final Setting<String> MDC_SPAN_KEY = Rows.text(
      "mdc-span-key", "spanId", "name of the span at hand in SLF4J's MDC; `off` keeps out of it");
  public static final Setting<List<String>> INTEGRATIONS_OFF =
      Rows.list("integrations-off", "", "libraries that are not listened to, such as `jdbc`");
  public static final Setting<Integer> QUOTA_PER_MONTH = Rows.row(
      "quota-transactions-per-month",
      "number",
      null,
      "traces that are recorded in a month of UTC; all unless set",
      Values::count);
  public static final Setting<Integer> BYTES = Rows.bytes(
      "trace-bytes", "8MB", "bound of the traces that wait to be recorded, and to be delivered");

  static final List<Setting<?>> ALL = List.of(
      TRACING,
      SAMPLE_RATE,
      RULES,
      TAIL_PER_MINUTE,
      TRUST,
      MAX_SPANS,
      SERVER_TIMING,
      MDC_TRACE_KEY,
      MDC_SPAN_KEY,
      INTEGRATIONS_OFF,
      QUOTA_PER_MONTH,
      BYTES);

  private TraceKeys() {}
}
