package com.example.shop.web;

import com.example.shop.domain.Packing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.Whence;
import dev.whence.event.Level;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Takes orders as JSON, and fails when they are large. */
public final class OrdersServlet extends HttpServlet {
  private final transient ObjectMapper mapper = new ObjectMapper();
  private final transient Packing packing = new Packing();

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JsonNode order = mapper.readTree(request.getInputStream());
    Whence.current().breadcrumb("orders", "order read", Level.INFO);
    packing.pack(order.path("pieces").asInt());
    Answers.text(response, "packed");
  }
}
