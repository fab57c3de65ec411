package com.example.shop.web;

import com.example.shop.domain.Cart;
import com.example.shop.domain.Checkout;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Fails with an e-mail address and a card number in the exception. */
public final class CheckoutServlet extends HttpServlet {
  private final transient Checkout checkout = new Checkout();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    checkout.pay(Cart.ofDemo(), request.getParameter("email"), request.getParameter("card"));
    Answers.text(response, "paid");
  }
}
