package com.example.shop.web;

import dev.whence.RequestScope;
import dev.whence.Whence;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The shop's error page: no word about the fault, but the number under which it is known. */
public final class SorryServlet extends HttpServlet {
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = Whence.current().currentScope().map(RequestScope::requestId).orElse("unknown");
    Answers.text(response, "Sorry, that did not work. If you write to us, name this number: " + id);
  }
}
