package com.example.shop.domain;

import org.jspecify.annotations.Nullable;

/** Says that a cart could not be bought. */
public final class CheckoutException extends RuntimeException {
  CheckoutException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
