package org.example.scenarios;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every scenario by its name, which is also its path. */
public final class Scenarios {
  private static final Map<String, Scenario> ALL = new LinkedHashMap<>();

  static {
    ALL.put("runtime", Failures::runtime);
    ALL.put("servlet-exception", Failures::servletException);
    ALL.put("assertion", Failures::assertion);
    ALL.put("stack-overflow", Failures::stackOverflow);
    ALL.put("checked", Failures::checked);
    ALL.put("unavailable", Failures::unavailable);
    ALL.put("committed", Failures::committed);
    ALL.put("send-error", (request, response) -> response.sendError(500, "out of order"));
    ALL.put("set-status", (request, response) -> response.setStatus(503));
    ALL.put("include", Failures::include);
    ALL.put("forward", Failures::forward);
    ALL.put("shown", Failures::shown);
    ALL.put("doomed", Failures::doomed);
    ALL.put("captured", Failures::capturedThenThrown);
    ALL.put("preallocated", Failures::preallocated);
    ALL.put("cyclic", Failures::cyclic);

    ALL.put("error-page", ErrorPages::calm);
    ALL.put("failing-page", ErrorPages::failing);

    ALL.put("async-complete", AsyncWork::completeWith500);
    ALL.put("async-fine", AsyncWork::completeWith200);
    ALL.put("async-dispatch", AsyncWork::dispatchToFailure);
    ALL.put("async-timeout", AsyncWork::timeout);
    ALL.put("async-throw", AsyncWork::startThenThrow);
    ALL.put("async-read", AsyncWork::failInReadListener);
    ALL.put("async-wrapped", AsyncWork::failInWrappedTask);

    ALL.put("hello", Answers::hello);
    ALL.put("chunked", Answers::chunked);
    ALL.put("dressed", Answers::dressed);
    ALL.put("redirect", (request, response) -> response.sendRedirect("hello"));
    ALL.put("not-found", (request, response) -> response.sendError(404));
    ALL.put("not-modified", (request, response) -> response.setStatus(304));
    ALL.put("echo", Answers::echo);
    ALL.put("download", Answers::download);
    ALL.put("mdc", Answers::mdc);
    ALL.put("request-id", Answers::requestId);
  }

  private Scenarios() {}

  public static Map<String, Scenario> all() {
    return Collections.unmodifiableMap(ALL);
  }

  /**
   * Returns a scenario by its name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Scenario named(String name) {
    Scenario scenario = ALL.get(name);
    if (scenario == null) {
      throw new IllegalArgumentException("no scenario \"" + name + '"');
    }
    return scenario;
  }
}
