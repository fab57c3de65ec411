package com.example.shop.market;

import com.example.shop.domain.Cart;
import com.example.shop.domain.Pack;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All orders, of which there are two. For any thread. */
public final class Orders {
  private final Map<String, Order> byId = Map.of(
      "1042", new Order("1042", Cart.ofDemo().packs()),
      "1043", new Order("1043", List.of(new Pack("Mugs", 2_400, 4))));

  public Optional<Order> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
