package org.example.scenarios;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/** A filter of the application that fails before any servlet is reached. */
public final class FailingFilter implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
    throw new IllegalStateException("in a filter");
  }
}
