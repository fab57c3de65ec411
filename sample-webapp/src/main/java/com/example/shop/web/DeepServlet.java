package com.example.shop.web;

import com.example.shop.domain.Category;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Fails with a stack that has no end: two shelves that stand within each other. */
public final class DeepServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Category gifts = new Category("Gifts");
    Category sale = new Category("Sale");
    gifts.moveInto(sale);
    sale.moveInto(gifts);
    Answers.text(response, gifts.path());
  }
}
