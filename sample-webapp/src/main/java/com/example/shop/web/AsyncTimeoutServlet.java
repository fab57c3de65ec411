package com.example.shop.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Promises an answer and forgets about it. */
public final class AsyncTimeoutServlet extends HttpServlet {
  private static final long LIMIT_MILLIS = 500;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync();
    async.setTimeout(LIMIT_MILLIS);
  }
}
