package com.example.shop.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the container that it failed, without an exception. */
public final class SendErrorServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendError(
        HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "the payment provider did not answer");
  }
}
