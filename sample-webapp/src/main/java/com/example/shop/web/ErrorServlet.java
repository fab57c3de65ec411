package com.example.shop.web;

import com.example.shop.domain.Stock;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Fails with an error, not an exception. */
public final class ErrorServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    new Stock("Mugs", 3).take(4);
    Answers.text(response, "taken");
  }
}
