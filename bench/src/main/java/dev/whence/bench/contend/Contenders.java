package dev.whence.bench.contend;

import dev.whence.config.Keys;
import dev.whence.config.TraceKeys;
import java.nio.file.Path;

/** All that is compared, by the names that the tables have. */
public final class Contenders {
  private Contenders() {}

  /**
   * Returns one that sends nothing: what it costs is what it does before.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Contender silent(String name) {
    return switch (name) {
      case "bare" -> Straight.BARE;
      case "catch and throw" -> Straight.CATCHING;
      case "whence" -> WhenceContender.plain(builder -> builder);
      case "whence making IDs" -> WhenceContender.makingIds();
      case "whence with MDC" ->
        WhenceContender.plain(builder -> builder.set(Keys.MDC_KEY, "requestId"));
      case "whence tracing 10 %" ->
        WhenceContender.plain(builder -> builder
            .set(TraceKeys.TRACING, "true")
            .set(TraceKeys.MDC_TRACE_KEY, "off")
            .set(TraceKeys.MDC_SPAN_KEY, "off")
            .tracesSampleRate(0.1));
      case "whence tracing 10 % with MDC" ->
        WhenceContender.plain(builder -> builder
            .set(TraceKeys.TRACING, "true")
            .set(Keys.MDC_KEY, "requestId")
            .tracesSampleRate(0.1));
      case "whence ignored" ->
        WhenceContender.plain(
            builder -> builder.set(Keys.IGNORED_EXCEPTIONS, "java.lang.IllegalStateException"));
      case "whence sampled out" ->
        WhenceContender.plain(builder -> builder.set(Keys.SAMPLE_RATE, "0"));
      case "whence limited" ->
        WhenceContender.plain(builder -> builder.set(Keys.ERRORS_PER_ROUTE, "1"));
      case "whence repeat" ->
        WhenceContender.plain(builder -> builder.set(Keys.REPEATS_PER_MINUTE, "1"));
      case "bugsnag" -> BugsnagContender.silent();
      case "rollbar" -> RollbarContender.silent();
      case "sentry" -> SentryContender.silent();
      case "dropwizard" -> FilterContender.dropwizard();
      case "javamelody" -> FilterContender.javaMelody();
      default -> throw unknown(name);
    };
  }

  /**
   * Returns one as it comes out of the box, but that it takes each error, however many they are,
   * and traces nothing unless its name says so.
   *
   * @param receiver the address that it sends to, as in {@code http://127.0.0.1:1234}
   * @param directory what it may write to, empty
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Contender sending(String name, String receiver, Path directory) {
    return switch (name) {
      case "bare", "opentelemetry agent" -> Straight.BARE;
      case "whence" -> WhenceContender.sending(receiver, builder -> builder.tracesSampleRate(0));
      case "whence on disk" ->
        WhenceContender.sending(
            receiver,
            builder ->
                builder.set(Keys.JOURNAL_DIR, directory.toString()).set(Keys.JOURNAL_BYTES, "1GB"));
      case "whence tracing 10 %" ->
        WhenceContender.sending(receiver, builder -> builder.tracesSampleRate(0.1));
      case "bugsnag" -> BugsnagContender.sending(receiver);
      case "rollbar" -> RollbarContender.sending(receiver);
      case "sentry" -> SentryContender.sending(receiver);
      case "dropwizard" -> FilterContender.dropwizard();
      case "javamelody" -> FilterContender.javaMelody();
      default -> throw unknown(name);
    };
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("no contender \"" + name + '"');
  }
}
