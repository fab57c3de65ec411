package com.example.shop.domain;

import dev.whence.Whence;
import dev.whence.event.Level;

/** Sells what lies in a cart. */
public final class Checkout {
  private final PriceList prices = new PriceList();

  /**
   * Returns what the pieces of {@code cart} cost one by one, together.
   *
   * @throws CheckoutException if something in it has no price
   */
  public int total(Cart cart) {
    Whence.current().breadcrumb("price", "price list loaded", Level.INFO);
    try {
      return cart.packs().stream().mapToInt(prices::centsForEach).sum();
    } catch (PriceException e) {
      throw new CheckoutException("cart " + cart.id() + " cannot be checked out", e);
    }
  }

  /**
   * Takes the money.
   *
   * @throws CheckoutException always, and with everything in its message that must not get around
   */
  public void pay(Cart cart, String email, String card) {
    Whence.current().breadcrumb("payment", "payment started", Level.INFO);
    throw new CheckoutException(
        "card " + card + " of " + email + " was declined for cart " + cart.id(), null);
  }
}
