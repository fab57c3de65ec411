package com.example.shop.web;

import com.example.shop.domain.Cart;
import com.example.shop.domain.Parcels;
import dev.whence.Whence;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Leaves the work to another thread, which fails. */
public final class AsyncFailureServlet extends HttpServlet {
  private static final String FAILURE = "com.example.shop.failure";

  private final transient Parcels parcels = new Parcels();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      throw new ServletException(
          "the parcel was not sent", (Throwable) request.getAttribute(FAILURE));
    }
    AsyncContext async = request.startAsync();
    // Wrapped, so that breadcrumbs from the other thread belong to this request.
    async.start(Whence.current().wrap(() -> print(async)));
  }

  private void print(AsyncContext async) {
    try {
      parcels.printLabel(Cart.ofDemo());
    } catch (RuntimeException e) {
      async.getRequest().setAttribute(FAILURE, e);
    }
    async.dispatch();
  }
}
