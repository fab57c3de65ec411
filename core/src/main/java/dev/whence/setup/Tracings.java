package dev.whence.setup;

import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.config.TraceKeys;
import dev.whence.event.Category;
import dev.whence.event.RandomIds;
import dev.whence.report.Reporter;
import dev.whence.report.sentry.Dsn;
import dev.whence.request.LogContexts;
import dev.whence.trace.Tracing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Makes what traces as settings ask for. */
public final class Tracings {
  private static final int MOST_TAIL_SPANS = 250;

  private Tracings() {}

  /** Says whether requests are counted by their routes: where a reporter takes that. */
  public static boolean countsRoutes(Settings settings, List<Reporter> reporters) {
    return isWanted(Category.STATISTICS, settings, reporters);
  }

  private static boolean isWanted(Category category, Settings settings, List<Reporter> reporters) {
    return settings.get(TraceKeys.TRACING)
        && reporters.stream().anyMatch(reporter -> reporter.categories().contains(category));
  }

  /** Says whether anything is traced: where a reporter takes transactions. */
  public static boolean isOn(Settings settings, List<Reporter> reporters) {
    return isWanted(Category.TRANSACTION, settings, reporters);
  }

  /**
   * Returns tracing that shows {@code logs} the span at hand; off where {@link #isOn} says so.
   *
   * @param isCrowded says that nobody would take a trace that begins now
   */
  public static Tracing by(
      Settings settings, List<Reporter> reporters, LogContexts logs, BooleanSupplier isCrowded) {
    @Nullable Double rate = isOn(settings, reporters) ? settings.get(TraceKeys.SAMPLE_RATE) : null;
    int maxSpans = settings.get(TraceKeys.MAX_SPANS);
    boolean hasTail = settings.get(TraceKeys.TAIL_PER_MINUTE) > 0;
    return new Tracing(
        new Tracing.Options(
            rate,
            settings.get(TraceKeys.TRUST),
            maxSpans,
            hasTail ? Math.min(maxSpans, MOST_TAIL_SPANS) : 0,
            origin(settings),
            logs.span().isOn() ? logs.span()::show : null,
            isCrowded),
        new RandomIds());
  }

  /** What the head of a trace tells all others; the key says whose sampling they are to go by. */
  private static Map<String, String> origin(Settings settings) {
    Map<String, String> origin = new LinkedHashMap<>();
    settings
        .find(Keys.DSN)
        .ifPresent(dsn -> origin.put("public_key", Dsn.parse(dsn).publicKey()));
    settings.find(Keys.RELEASE).ifPresent(release -> origin.put("release", release));
    origin.put("environment", settings.get(Keys.ENVIRONMENT));
    return origin;
  }
}
