package com.example.shop.api;

import com.example.shop.market.Orders;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Leads to each order. */
@Path("orders")
public final class OrdersResource {
  private final Orders orders;

  @Inject
  OrdersResource(Orders orders) {
    this.orders = orders;
  }

  @Path("{id}")
  public OrderResource order(@PathParam("id") String id) {
    return orders.find(id).map(OrderResource::new).orElseThrow(NotFoundException::new);
  }
}
