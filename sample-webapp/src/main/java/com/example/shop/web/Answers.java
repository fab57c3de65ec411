package com.example.shop.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers in plain text. */
final class Answers {
  private Answers() {}

  static void text(HttpServletResponse response, String text) throws IOException {
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().println(text);
  }
}
