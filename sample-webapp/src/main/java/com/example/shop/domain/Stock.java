package com.example.shop.domain;

/** How much of a thing is left. For one thread. */
public final class Stock {
  private final String name;
  private int left;

  public Stock(String name, int left) {
    this.name = name;
    this.left = left;
  }

  public void take(int pieces) {
    left -= pieces;
    if (left < 0) {
      throw new AssertionError("stock of \"" + name + "\" fell to " + left);
    }
  }
}
