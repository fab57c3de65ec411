package dev.whence.scrub.text;

/**
 * A rule that masks by looks.
 *
 * @param triggers what a match may begin with, or what stands at its centre, parted by blanks: a
 *     sign, {@code 0-9} for seven digits and more, or the beginning of a word, of which two letters
 *     decide
 * @param verifier looks at the trigger's surroundings
 */
public record Finder(Rule rule, String triggers, Verifier verifier) {
  /** Looks for what its rule masks. Bounded, linear, for many threads. */
  public interface Verifier {
    /**
     * Looks at the trigger at {@code at}.
     *
     * @param floor what stands before it is masked already and of no interest
     * @return a {@link Span}
     */
    long find(CharSequence text, int at, int floor);
  }
}
