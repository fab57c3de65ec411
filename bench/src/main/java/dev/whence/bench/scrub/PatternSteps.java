package dev.whence.bench.scrub;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts how many looks at a character a pattern takes for each character of a text, on which the
 * budget for an application's own patterns rests, and what a look costs. Prints a table.
 */
public final class PatternSteps {
  private static final int SHORT = 2_048;
  private static final int LONG = 8_192;
  private static final long CAP = 20_000;
  private static final int ROUNDS = 6;
  private static final long ROUND_NANOS = 50_000_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<String> clean = List.of(Texts.of(Texts.CLEAN, SHORT));
  private final List<String> cleanLong = List.of(Texts.of(Texts.CLEAN, LONG));

  /** Keeps the compiler from leaving searches out. */
  private int found;

  private PatternSteps() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    PatternSteps steps = new PatternSteps();
    System.out.printf("""
      Steps for each character: clean is the worst of %d texts, bait the worst of %d repetitions.
      ns for each character of the clean texts: plain, through a counting text, and in RE2/J, there of
      the repetitions too. "> %d" was ended there, "stack" ran out of it.

      | pattern | clean 2 KB | clean 8 KB | bait 2 KB | bait 8 KB | plain ns | counted ns | RE2/J ns |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      """, steps.clean.size(), OwnPatterns.BAITS.size(), CAP);
    OwnPatterns.REASONABLE.forEach(steps::print);
    OwnPatterns.EVIL.forEach(steps::print);
    if (steps.found == 0) {
      throw new IllegalStateException("no pattern found anything");
    }
  }

  private void print(String regex) {
    Pattern pattern = Pattern.compile(regex);
    double cleanSteps = worst(pattern, clean);
    boolean isTame = cleanSteps < CAP;
    System.out.printf(
        "| `%s` | %s | %s | %s | %s | %s | %s | %s |%n",
        regex.replace("|", "\\|"),
        shown(cleanSteps),
        shown(worst(pattern, cleanLong)),
        shown(worst(pattern, baits(SHORT))),
        shown(worst(pattern, baits(LONG))),
        isTame ? nanos(clean, text -> count(pattern.matcher(text))) : "",
        isTame ? nanos(clean, text -> count(pattern.matcher(metered(text)))) : "",
        re2Nanos(regex));
  }

  private static List<String> baits(int length) {
    return OwnPatterns.BAITS.stream().map(bait -> repeated(bait, length)).toList();
  }

  /** Returns the bait again and again, with an end that matches nothing. */
  private static String repeated(String bait, int length) {
    return bait.repeat(length / bait.length() + 1).substring(0, length - 1) + "!";
  }

  /** Returns the most steps that a character took. */
  private static double worst(Pattern pattern, List<String> texts) {
    return texts.stream().mapToDouble(text -> steps(pattern, text)).max().orElse(0);
  }

  private static double steps(Pattern pattern, String text) {
    Metered metered = new Metered(text, CAP * text.length());
    try {
      count(pattern.matcher(metered));
    } catch (Metered.Exhausted e) {
      return CAP;
    } catch (StackOverflowError e) {
      return Double.POSITIVE_INFINITY;
    }
    return (double) metered.used() / text.length();
  }

  private static String shown(double steps) {
    if (Double.isInfinite(steps)) {
      return "stack";
    }
    return steps >= CAP ? "> " + CAP : "%.1f".formatted(steps);
  }

  private static int count(Matcher matcher) {
    int found = 0;
    while (matcher.find()) {
      found++;
    }
    return found;
  }

  private static Metered metered(String text) {
    return new Metered(text, CAP * text.length());
  }

  private String re2Nanos(String regex) {
    try {
      com.google.re2j.Pattern pattern = com.google.re2j.Pattern.compile(regex);
      ToIntFunction<String> search = text -> count(pattern.matcher(text));
      List<String> baits = baits(SHORT);
      return nanos(clean, search) + " / " + nanos(baits, search);
    } catch (com.google.re2j.PatternSyntaxException e) {
      return "refused";
    }
  }

  private static int count(com.google.re2j.Matcher matcher) {
    int found = 0;
    while (matcher.find()) {
      found++;
    }
    return found;
  }

  /** Returns the CPU time for each character of {@code texts}, of the best round. */
  private String nanos(List<String> texts, ToIntFunction<String> search) {
    long best = Long.MAX_VALUE;
    long chars = texts.stream().mapToLong(String::length).sum();
    for (int round = 0; round < ROUNDS; round++) {
      long start = threads.getCurrentThreadCpuTime();
      int times = 0;
      while (threads.getCurrentThreadCpuTime() - start < ROUND_NANOS) {
        found += texts.stream().mapToInt(search).sum();
        times++;
      }
      best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / times);
    }
    return "%.1f".formatted((double) best / chars);
  }
}
