package dev.whence.jaxrs.problem;

/**
 * What a validation found wrong with one field. Immutable.
 *
 * @param field empty if it is about the whole
 * @param message what is wrong, without the value
 */
public record Violation(String field, String message) {
  private static final int LONGEST = 1_000;

  public Violation {
    field = Legible.of(field, LONGEST);
    message = Legible.of(message, LONGEST);
  }
}
