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

/** Free text: Whence, the same rules as regular expressions, and what no scanner can beat. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class ScrubTextBench {
  private static final int CLASSES = 128;

  @Param({Texts.CLEAN, "clean-latin1", "clean-utf16", "pii"})
  public String text = "";

  @Param("2048")
  public int chars;

  private final Scrubber scrubber = Scrubber.standard();
  private final List<JavaRule> javaRules =
      RegexRules.ALL.stream().map(JavaRule::of).toList();
  private final List<Re2Rule> re2Rules =
      RegexRules.ALL.stream().map(Re2Rule::of).toList();
  private final byte[] classes = new byte[CLASSES];
  private String[] texts = {};
  private char[] buffer = {};
  private int turn;

  @Setup
  public void prepare() {
    texts = Texts.of(text, chars);
    buffer = new char[chars];
    for (char c : "@%=:+(".toCharArray()) {
      classes[c] = 1;
    }
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
  public String javaRegex() {
    String shown = next();
    for (JavaRule rule : javaRules) {
      Matcher matcher = rule.pattern.matcher(shown);
      shown = matcher.find() ? matcher.replaceAll(rule.marker) : shown;
    }
    return shown;
  }

  @Benchmark
  public String re2j() {
    String shown = next();
    for (Re2Rule rule : re2Rules) {
      com.google.re2j.Matcher matcher = rule.pattern.matcher(shown);
      shown = matcher.find() ? matcher.replaceAll(rule.marker) : shown;
    }
    return shown;
  }

  /** Copies the text: the limit for whoever builds a new one. */
  @Benchmark
  public String copy() {
    String one = next();
    one.getChars(0, one.length(), buffer, 0);
    return new String(buffer);
  }

  /** Looks each character up in a table and counts: the limit for whoever looks at each. */
  @Benchmark
  public int tableScan() {
    String one = next();
    int found = 0;
    for (int i = 0; i < one.length(); i++) {
      char c = one.charAt(i);
      if (c < CLASSES && classes[c] != 0) {
        found++;
      }
    }
    return found;
  }

  private record JavaRule(Pattern pattern, String marker) {
    static JavaRule of(RegexRules.Rule rule) {
      return new JavaRule(Pattern.compile(rule.pattern()), rule.marker());
    }
  }

  private record Re2Rule(com.google.re2j.Pattern pattern, String marker) {
    static Re2Rule of(RegexRules.Rule rule) {
      return new Re2Rule(com.google.re2j.Pattern.compile(rule.pattern()), rule.marker());
    }
  }
}
