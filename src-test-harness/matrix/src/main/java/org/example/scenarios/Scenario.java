package org.example.scenarios;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** One way to answer a request, or to fail at it. */
@FunctionalInterface
public interface Scenario {
  void answer(HttpServletRequest request, HttpServletResponse response) throws Exception;
}
