package com.example.shop.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells browsers to load nothing from elsewhere and to keep nothing. */
public final class PageRulesFilter implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (response instanceof HttpServletResponse answer) {
      answer.setHeader(
          "Content-Security-Policy",
          "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
      answer.setHeader("X-Content-Type-Options", "nosniff");
      answer.setHeader("Referrer-Policy", "no-referrer");
      answer.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }
}
