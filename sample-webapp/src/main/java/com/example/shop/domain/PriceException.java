package com.example.shop.domain;

/** Says that something has no price. */
public final class PriceException extends RuntimeException {
  PriceException(String message, Throwable cause) {
    super(message, cause);
  }
}
