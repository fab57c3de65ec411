package dev.whence.examples.load;

import dev.whence.Whence;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands ahead of all else and counts how often a thread brings along a scope that is not its own,
 * or keeps one. For any thread.
 */
final class ThreadCheck implements Filter {
  private final Whence whence;
  private final AtomicInteger leaks = new AtomicInteger();

  ThreadCheck(Whence whence) {
    this.whence = whence;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    look();
    try {
      chain.doFilter(request, response);
    } finally {
      look();
    }
  }

  void look() {
    if (whence.currentScope().isPresent()) {
      leaks.incrementAndGet();
    }
  }

  int leaks() {
    return leaks.get();
  }
}
