package com.example.shop.market;

import com.example.shop.domain.Pack;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What each account sells. For any thread. */
public final class Products {
  private final Map<String, List<Pack>> byAccountId = new ConcurrentHashMap<>();

  public Products() {
    add(Accounts.HOUSE, new Pack("Mugs", 2_400, 4));
  }

  public void add(Account seller, Pack product) {
    byAccountId.computeIfAbsent(seller.id(), id -> new CopyOnWriteArrayList<>()).add(product);
  }

  public List<Pack> of(Account seller) {
    return List.copyOf(byAccountId.getOrDefault(seller.id(), List.of()));
  }
}
