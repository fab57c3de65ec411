package com.example.shop.market;

/** Says that nobody of a name sells here; which name, the one who asked knows. */
public final class UnknownSellerException extends RuntimeException {
  UnknownSellerException() {
    super("nobody of that name sells here");
  }
}
