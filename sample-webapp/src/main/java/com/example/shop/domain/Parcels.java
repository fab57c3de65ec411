package com.example.shop.domain;

import dev.whence.Whence;
import dev.whence.event.Level;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends what was bought. */
public final class Parcels {
  /** What the carrier says: in transit, and where; delivered. */
  private static final Map<String, String> CARRIER = Map.of("7", "T,Leeds", "8", "D");

  /**
   * Prints the label of a parcel.
   *
   * @throws IllegalStateException always: the printer has no paper
   */
  public void printLabel(Cart cart) {
    Whence.current().breadcrumb("parcel", "label requested", Level.INFO);
    throw new IllegalStateException("no paper to print the label of cart " + cart.id());
  }

  /** Returns where a parcel is, or null of one that nobody knows. */
  public @Nullable String whereabouts(String id) {
    Whence.current().breadcrumb("parcel", "carrier asked", Level.INFO);
    String answer = CARRIER.get(id);
    return answer == null ? null : answer.split(",", -1)[1]; // what is delivered has no place
  }
}
