package com.example.shop.web;

import com.example.shop.domain.Cart;
import com.example.shop.domain.Checkout;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Fails with an exception that has two causes. */
public final class BoomServlet extends HttpServlet {
  private final transient Checkout checkout = new Checkout();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Answers.text(response, "in total: " + checkout.total(Cart.ofDemo()));
  }
}
