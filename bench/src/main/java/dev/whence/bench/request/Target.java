package dev.whence.bench.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** What stands at the end of the chain: the application. */
enum Target implements FilterChain {
  /** Answers with twenty bytes. */
  ANSWERS {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response) throws IOException {
      response.getOutputStream().write(BYTES);
    }
  },
  /** Throws a new exception with two causes, the innermost from a stack of sixty frames. */
  THROWS {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response) {
      throw failure();
    }
  };

  private static final byte[] BYTES = new byte[20];
  private static final int DEPTH = 60;

  static IllegalStateException failure() {
    try {
      try {
        throw deep(DEPTH);
      } catch (IllegalArgumentException root) {
        throw new UnsupportedOperationException("cannot load order 7", root);
      }
    } catch (UnsupportedOperationException cause) {
      return new IllegalStateException("order failed", cause);
    }
  }

  private static IllegalArgumentException deep(int more) {
    return more == 0 ? new IllegalArgumentException("no row for key 17") : deep(more - 1);
  }
}
