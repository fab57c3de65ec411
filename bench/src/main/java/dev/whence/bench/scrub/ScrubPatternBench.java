package dev.whence.bench.scrub;

import dev.whence.scrub.Scrubber;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An application's own patterns on clean text, all of them: in Whence beside its rules, and alone
 * as they are, through a budget of steps, and in an engine that cannot backtrack.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class ScrubPatternBench {
  private static final int STEPS_PER_CHARACTER = 100;

  @Param({"1", "10"})
  public int patterns;

  @Param("2048")
  public int chars;

  private Scrubber scrubber = Scrubber.standard();
  private List<Pattern> java = List.of();
  private List<com.google.re2j.Pattern> re2 = List.of();
  private String[] texts = {};
  private int turn;

  @Setup
  public void prepare() {
    List<String> own = OwnPatterns.REASONABLE.stream()
        .filter(pattern -> !pattern.contains("(?<="))
        .limit(patterns)
        .toList();
    java = own.stream().map(Pattern::compile).toList();
    re2 = own.stream().map(com.google.re2j.Pattern::compile).toList();
    Scrubber.Builder builder = Scrubber.builder();
    java.forEach(pattern -> builder.hidePattern("own", pattern));
    scrubber = builder.build();
    texts = Texts.of(Texts.CLEAN, chars);
  }

  private String next() {
    turn = turn + 1 == texts.length ? 0 : turn + 1;
    return texts[turn];
  }

  @Benchmark
  public String whence() {
    return scrubber.scrubText(next());
  }

  @Benchmark
  public int javaRegex() {
    return found(next());
  }

  @Benchmark
  public int javaRegexMetered() {
    String text = next();
    return found(new Metered(text, (long) STEPS_PER_CHARACTER * patterns * text.length()));
  }

  private int found(CharSequence text) {
    int found = 0;
    for (Pattern pattern : java) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found++;
      }
    }
    return found;
  }

  @Benchmark
  public int re2j() {
    String text = next();
    int found = 0;
    for (com.google.re2j.Pattern pattern : re2) {
      com.google.re2j.Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found++;
      }
    }
    return found;
  }
}
