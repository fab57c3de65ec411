package dev.whence.scrub.text;

import java.util.regex.Pattern;

/**
 * A rule of the application's own.
 *
 * @param rule what events and counters call it, and what stands in place of what it masks
 */
public record OwnPattern(Rule rule, Pattern pattern) {
  private static final String MARKER = "[Filtered]";

  /**
   * Returns a rule that masks what {@code pattern} matches.
   *
   * @throws IllegalArgumentException if it matches the empty text, hence everywhere
   */
  public static OwnPattern of(String id, Pattern pattern) {
    if (pattern.matcher("").find()) {
      throw new IllegalArgumentException(
          "the pattern \"" + pattern + "\" matches the empty text: let it ask for a character");
    }
    return new OwnPattern(new Rule(id, MARKER), pattern);
  }
}
