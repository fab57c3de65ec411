package org.example.scenarios;

/** A failure for which the application has an error page. */
public final class ShownFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ShownFailure(String message) {
    super(message);
  }
}
