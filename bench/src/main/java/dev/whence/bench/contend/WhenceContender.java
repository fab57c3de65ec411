package dev.whence.bench.contend;

import dev.whence.Whence;
import dev.whence.WhenceBuilder;
import dev.whence.config.Keys;
import dev.whence.config.TraceKeys;
import dev.whence.servlet.WhenceFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Whence's filter. */
final class WhenceContender implements Contender {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Whence whence;
  private final WhenceFilter filter;
  private final @Nullable String requestId;

  private WhenceContender(@Nullable String requestId, WhenceBuilder builder) {
    this.requestId = requestId;
    this.whence = builder.build();
    this.filter = new WhenceFilter(whence);
  }

  private static WhenceBuilder builder() {
    return Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.JMX, "false")
        .set(Keys.MDC_KEY, "off")
        .set(TraceKeys.TRACING, "false")
        .set(Keys.ERRORS_PER_ROUTE, "0")
        .set(Keys.REPEATS_PER_MINUTE, "0")
        .set(Keys.INBOX_BYTES, "256MB")
        .reporter(new Sink());
  }

  /** With requests that bring their ID, and nothing else asked for. */
  static Contender plain(UnaryOperator<WhenceBuilder> more) {
    return new WhenceContender("0190a6e2-7d5f-7c3a-9b1e-2f4d6a8c0e11", more.apply(builder()));
  }

  /** With requests that bring none. */
  static Contender makingIds() {
    return new WhenceContender(null, builder());
  }

  /** As it comes out of the box, without limits. */
  static Contender sending(String receiver, UnaryOperator<WhenceBuilder> more) {
    return new WhenceContender(
        null,
        more.apply(Whence.builder()
            .environmentVariables(Map.of())
            .set(Keys.DSN, receiver.replaceFirst("//", "//key@") + "/1")
            .set(Keys.ERRORS_PER_ROUTE, "0")
            .set(Keys.REPEATS_PER_MINUTE, "0")));
  }

  @Override
  public void init(FilterConfig config) throws ServletException {
    filter.init(config);
  }

  @Override
  public @Nullable String requestId() {
    return requestId;
  }

  @Override
  public void request(
      HttpServletRequest request, HttpServletResponse response, FilterChain application)
      throws IOException, ServletException {
    filter.doFilter(request, response, application);
  }

  @Override
  public void settle() {
    if (!whence.flush(LONG) || !whence.health().faults().isEmpty()) {
      throw new IllegalStateException("not flushed, or at fault: " + whence.health());
    }
  }

  @Override
  public void close() {
    filter.destroy();
    whence.close();
  }
}
