package com.example.shop.market;

/** Says that somebody else has a name; which one, the one who wanted it knows. */
public final class UsernameTakenException extends RuntimeException {
  UsernameTakenException() {
    super("that name is taken");
  }
}
