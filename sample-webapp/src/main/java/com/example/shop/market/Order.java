package com.example.shop.market;

import com.example.shop.domain.Pack;
import java.util.ArrayList;
import java.util.List;

/** What somebody ordered. For any thread. */
public final class Order {
  private final String id;

  /** Guarded by this. */
  private final List<Pack> lines;

  Order(String id, List<Pack> lines) {
    this.id = id;
    this.lines = new ArrayList<>(lines);
  }

  public String id() {
    return id;
  }

  public synchronized List<Pack> lines() {
    return List.copyOf(lines);
  }

  /** Returns one line; people count them from one, and nobody told the list. */
  public synchronized Pack line(int number) {
    return lines.get(number);
  }

  /** Adds a line and returns its number. */
  public synchronized int add(Pack line) {
    lines.add(line);
    return lines.size();
  }
}
