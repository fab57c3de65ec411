package com.example.shop.domain;

import dev.whence.Whence;
import dev.whence.event.Level;

/** Finds boxes for what is ordered. */
public final class Packing {
  private static final int LARGEST_BOX = 6;

  /**
   * Packs so many pieces.
   *
   * @throws IllegalStateException if there is no box for so many
   */
  public void pack(int pieces) {
    Whence.current().breadcrumb("packing", "looking for a box", Level.INFO);
    if (pieces > LARGEST_BOX) {
      throw new IllegalStateException(
          "no box holds " + pieces + " pieces, the largest " + LARGEST_BOX);
    }
  }
}
