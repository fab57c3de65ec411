package com.example.shop.domain;

/** Several pieces of the same for one price. */
public record Pack(String name, int cents, int pieces) {
  int centsForEach() {
    return cents / pieces; // nobody ever counts the pieces of a pack that is delivered later
  }
}
