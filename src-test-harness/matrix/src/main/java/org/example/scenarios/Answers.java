package org.example.scenarios;

import dev.whence.RequestScope;
import dev.whence.Whence;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import org.slf4j.MDC;

/** Requests that go well. */
final class Answers {
  private static final int DOWNLOAD_PARTS = 4_096;

  private Answers() {}

  static void hello(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.setContentLength(6);
    response.getWriter().print("hello\n");
  }

  static void chunked(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    for (int i = 0; i < 3; i++) {
      response.getWriter().println("part " + i);
      response.flushBuffer();
    }
  }

  static void dressed(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setStatus(418);
    response.addCookie(new Cookie("cup", "1"));
    response.addHeader("X-Tea", "green");
    response.addHeader("X-Tea", "black");
    response.setHeader("X-Echo", request.getHeader("X-Echo"));
    response.getWriter().println("short and stout");
  }

  /** Answers with all that it gets. */
  static void echo(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    StringBuilder seen = new StringBuilder()
        .append(request.getMethod())
        .append(' ')
        .append(request.getRequestURI())
        .append('?')
        .append(request.getQueryString())
        .append('\n');
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        seen.append(name).append(": ").append(value).append('\n');
      }
    }
    byte[] body = request.getInputStream().readAllBytes();
    response.getWriter().print(seen.append(body.length).append(" bytes\n"));
  }

  /** Writes 256 MB, or as much as the client takes. */
  static void download(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] part = new byte[65_536];
    OutputStream out = response.getOutputStream();
    for (int i = 0; i < DOWNLOAD_PARTS; i++) {
      out.write(part);
    }
  }

  static void mdc(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.getWriter().print(MDC.get("requestId"));
  }

  static void requestId(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response
        .getWriter()
        .print(Whence.current().currentScope().map(RequestScope::requestId).orElse("no scope"));
  }
}
