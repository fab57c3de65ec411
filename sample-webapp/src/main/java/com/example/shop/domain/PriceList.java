package com.example.shop.domain;

/** Says what things cost. */
public final class PriceList {
  /**
   * Returns what one piece costs.
   *
   * @throws PriceException if that is not known
   */
  public int centsForEach(Pack pack) {
    try {
      return pack.centsForEach();
    } catch (ArithmeticException e) {
      throw new PriceException("no price for one of \"" + pack.name() + '"', e);
    }
  }
}
