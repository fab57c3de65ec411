package com.example.shop.domain;

import dev.whence.Whence;
import dev.whence.event.Level;

/** Sends what was bought. */
public final class Parcels {
  /**
   * Prints the label of a parcel.
   *
   * @throws IllegalStateException always: the printer has no paper
   */
  public void printLabel(Cart cart) {
    Whence.current().breadcrumb("parcel", "label requested", Level.INFO);
    throw new IllegalStateException("no paper to print the label of cart " + cart.id());
  }
}
