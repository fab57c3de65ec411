package dev.whence.bench.contend;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What any application pays that has nothing of the kind. */
enum Straight implements Contender {
  /** Nothing in between. */
  BARE {
    @Override
    public void request(
        HttpServletRequest request, HttpServletResponse response, FilterChain application)
        throws IOException, ServletException {
      application.doFilter(request, response);
    }
  },
  /** What any filter does that is to see exceptions. */
  CATCHING {
    @Override
    public void request(
        HttpServletRequest request, HttpServletResponse response, FilterChain application)
        throws IOException, ServletException {
      try {
        application.doFilter(request, response);
      } catch (Throwable failure) {
        response.setStatus(500);
        throw failure;
      }
    }
  }
}
