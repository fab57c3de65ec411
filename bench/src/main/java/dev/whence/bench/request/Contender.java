package dev.whence.bench.request;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What stands between a container and an application. For one thread. */
interface Contender extends AutoCloseable {
  /** Does what a container would do with a request. */
  void request(StubRequest request, StubResponse response, FilterChain application)
      throws IOException, ServletException;

  /** Returns the ID that requests bring, if they do. */
  default @Nullable String requestId() {
    return null;
  }

  /** Waits until what was captured is off the inbox; others are not waited for. */
  default void settle() {}

  @Override
  default void close() {}

  /** Returns a filter, set up as a container would. */
  static <F extends Filter> F initialised(F filter) {
    try {
      filter.init(StubContext.config(StubContext.make()));
      return filter;
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
  }
}
