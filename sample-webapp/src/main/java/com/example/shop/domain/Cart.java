package com.example.shop.domain;

import java.util.List;

/** What a shopper is about to buy. */
public record Cart(String id, List<Pack> packs) {
  public Cart {
    packs = List.copyOf(packs);
  }

  /** Returns a cart with a pack that cannot be priced. */
  public static Cart ofDemo() {
    return new Cart("c-1042", List.of(new Pack("Mugs", 2_400, 4), new Pack("Candles", 900, 0)));
  }
}
