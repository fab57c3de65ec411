package dev.whence.scrub.text;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;

/**
 * The application's own patterns, each in as many steps as the text is long, times a constant: one
 * that needs more, as backtracking may, throws, and the field is withheld. Immutable but for what
 * was said of slow ones.
 */
final class Patterns {
  private static final int STEPS_PER_CHARACTER = 100;
  private static final int STEPS = 10_000;

  private final List<OwnPattern> all;
  private final Set<OwnPattern> slow = ConcurrentHashMap.newKeySet();

  Patterns(List<OwnPattern> all) {
    this.all = List.copyOf(all);
  }

  Rule rule(int index) {
    return all.get(index).rule();
  }

  /** Begins to search {@code text}; the first pattern's matches get the index {@code first}. */
  Search search(CharSequence text, int first) {
    return new Search(text, first);
  }

  private void say(OwnPattern pattern, Throwable why) {
    if (slow.add(pattern)) {
      System.getLogger("dev.whence")
          .log(
              System.Logger.Level.WARNING,
              "the pattern \"" + pattern.pattern() + "\" took more than " + STEPS_PER_CHARACTER
                  + " steps a character (" + why.getClass().getSimpleName() + "), so a field was"
                  + " withheld: give its repetitions bounds, or make them possessive");
    }
  }

  /** One text and what comes next in it, by patterns and by looks. For one thread. */
  final class Search {
    private static final long UNKNOWN = Long.MAX_VALUE;

    private final Matcher[] matchers;
    private final long[] matches;
    private final int first;
    private long look = UNKNOWN;

    private Search(CharSequence text, int first) {
      this.first = first;
      matchers =
          all.stream().map(own -> own.pattern().matcher(new Metered(text))).toArray(Matcher[]::new);
      matches = new long[matchers.length];
      Arrays.fill(matches, UNKNOWN);
    }

    /** Whether it is known what looks sensitive from {@code floor} on. */
    boolean knowsLook(int floor) {
      return isKnown(look, floor);
    }

    /** Takes note of the next stretch that looks sensitive, or of a miss. */
    void look(long next) {
      look = next;
    }

    /** Returns the next stretch to mask from {@code floor} on. Those that overlap become one. */
    long next(int floor) {
      long next = look;
      for (int i = 0; i < matchers.length; i++) {
        if (!isKnown(matches[i], floor)) {
          matches[i] = find(i, floor);
        }
        next = union(next, matches[i]);
      }
      return withOverlaps(next);
    }

    /** Returns {@code next} as long as what overlaps it, and what overlaps that. */
    private long withOverlaps(long next) {
      long longer = union(next, look);
      for (long match : matches) {
        longer = union(longer, match);
      }
      return longer == next ? next : withOverlaps(longer);
    }

    private static boolean isKnown(long found, int floor) {
      return found != UNKNOWN && (!Span.isHit(found) || Span.start(found) >= floor);
    }

    private long find(int index, int floor) {
      Matcher matcher = matchers[index];
      try {
        boolean isFound = matcher.find(floor);
        while (isFound && matcher.end() == matcher.start()) {
          isFound = matcher.find();
        }
        return isFound
            ? Span.by(first + index, Span.hit(matcher.start(), matcher.end()))
            : Span.miss(floor);
      } catch (StackOverflowError | TooManySteps e) {
        say(all.get(index), e);
        throw e;
      }
    }

    /** Returns the stretch that begins first, as long as the other if they overlap. */
    private static long union(long one, long other) {
      if (!Span.isHit(one) || !Span.isHit(other)) {
        return Span.isHit(one) ? one : other;
      }
      long early = Span.start(one) <= Span.start(other) ? one : other;
      long late = early == one ? other : one;
      boolean isJoined = Span.start(late) < Span.end(early) && Span.end(late) > Span.end(early);
      return isJoined
          ? Span.by(Span.finder(early), Span.hit(Span.start(early), Span.end(late)))
          : early;
    }
  }

  /** A text that allows so many looks at its characters and no more. */
  private static final class Metered implements CharSequence {
    private final CharSequence text;
    private long left;

    Metered(CharSequence text) {
      this.text = text;
      this.left = STEPS + (long) STEPS_PER_CHARACTER * text.length();
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  /** Ends a match that takes too long. */
  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManySteps() {
      super("too many steps", null, false, false);
    }
  }
}
