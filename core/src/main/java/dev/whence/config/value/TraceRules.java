package dev.whence.config.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rates at which the traces of some requests are kept, by what is known when they come: their path,
 * a header, the user who is logged in. Immutable.
 */
public final class TraceRules {
  private static final String FORM = ": write path:/orders/* > 1.0, header:X-Debug=1 > 1.0 or"
      + " user:alice > 0.5, with commas between them";

  private final List<Rule> rules;

  /** What a request has to show for a rate to be its own. */
  private record Rule(Condition condition, double rate) {}

  private interface Condition {
    boolean fits(Subject subject);
  }

  /** What is known of a request when it comes; each is asked only where a rule needs it. */
  public record Subject(
      Supplier<@Nullable String> path,
      Function<String, @Nullable String> header,
      Supplier<@Nullable String> user) {}

  private TraceRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Reads rules with commas between them.
   *
   * @throws IllegalArgumentException if one has no condition or no rate
   */
  public static TraceRules parse(String text) {
    List<Rule> rules = new ArrayList<>();
    for (String item : Values.list(text)) {
      rules.add(rule(item, rules.size() + 1));
    }
    return new TraceRules(rules);
  }

  private static Rule rule(String item, int number) {
    int arrow = item.lastIndexOf('>');
    int colon = item.indexOf(':');
    if (arrow < 0 || colon < 0 || colon > arrow) {
      throw new IllegalArgumentException("rule " + number + " has no condition and rate" + FORM);
    }
    String value = item.substring(colon + 1, arrow).strip();
    try {
      return new Rule(
          condition(item.substring(0, colon).strip().toLowerCase(Locale.ROOT), value),
          Values.rate(item.substring(arrow + 1).strip()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("rule " + number + ": " + e.getMessage(), e);
    }
  }

  private static Condition condition(String kind, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("its condition names nothing" + FORM);
    }
    return switch (kind) {
      case "path" -> path(PathPatterns.parse(value));
      case "header" -> header(value);
      case "user" -> subject -> value.equals(subject.user().get());
      default -> throw new IllegalArgumentException("\"" + kind + "\" is no condition" + FORM);
    };
  }

  private static Condition path(PathPatterns patterns) {
    return subject -> {
      String path = subject.path().get();
      return path != null && patterns.matches(path);
    };
  }

  private static Condition header(String value) {
    int equals = value.indexOf('=');
    if (equals < 0) {
      return subject -> subject.header().apply(value) != null;
    }
    String name = value.substring(0, equals).strip();
    String wanted = value.substring(equals + 1).strip();
    return subject -> wanted.equals(subject.header().apply(name));
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Returns the rate of the first rule that fits; NaN if none does. */
  public double rateFor(Subject subject) {
    for (Rule rule : rules) {
      if (rule.condition().fits(subject)) {
        return rule.rate();
      }
    }
    return Double.NaN;
  }
}
