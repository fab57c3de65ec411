package org.example.scenarios;

/** A failure whose error page fails itself. */
public final class DoomedFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DoomedFailure(String message) {
    super(message);
  }
}
