package dev.whence.bench.contend;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What stands between a container and an application. For as many threads as requests have. */
public interface Contender extends AutoCloseable {
  /** Does what a container would do with a request. */
  void request(HttpServletRequest request, HttpServletResponse response, FilterChain application)
      throws IOException, ServletException;

  /** Called once, before the first request. */
  default void init(FilterConfig config) throws ServletException {}

  /** Returns the ID that requests bring, if they do. */
  default @Nullable String requestId() {
    return null;
  }

  /** Waits until what was captured is off the inbox; others are not waited for. */
  default void settle() {}

  @Override
  default void close() {}
}
