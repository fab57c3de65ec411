package dev.whence.report;

import dev.whence.config.Keys;
import dev.whence.config.Setting;
import dev.whence.config.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The projects that {@code dsn} and {@code project-dsns} name. Each event goes to the one of the
 * first rule that fits, else to that of {@code dsn}, and to no other. Immutable.
 */
final class SentryProjects {
  private static final String FORM = ": write rules such as tag:service=worker >"
      + " https://PUBLIC_KEY@HOST/PROJECT or path:/billing/* > ..., with commas between them";

  /** Who takes which events. */
  private record Rule(Predicate<EventFacts> filter, String dsn) {}

  private final List<Rule> rules;
  private final @Nullable String rest;

  private SentryProjects(List<Rule> rules, @Nullable String rest) {
    this.rules = List.copyOf(rules);
    this.rest = rest;
  }

  /** Returns a reporter for each project, that of {@code dsn} first. */
  static List<Reporter> reporters(Settings settings) {
    Map<String, Dsn> dsns = new LinkedHashMap<>();
    String rest = settings.find(Keys.DSN).orElse(null);
    if (rest != null) {
      dsns.put(rest, checked(Keys.DSN, settings, () -> Dsn.parse(rest)));
    }
    List<Rule> rules = checked(
        Keys.PROJECT_DSNS,
        settings,
        () -> rules(settings.find(Keys.PROJECT_DSNS).orElse(""), dsns));
    SentryProjects projects = new SentryProjects(rules, rest);
    List<Reporter> reporters = new ArrayList<>();
    dsns.forEach((text, dsn) -> {
      Reporter reporter = SentryReporter.to(
          dsn, positive(Keys.CONNECT_TIMEOUT, settings), positive(Keys.READ_TIMEOUT, settings));
      reporters.add(rules.isEmpty() ? reporter : projects.filtered(text, dsn, reporter));
    });
    return reporters;
  }

  private Reporter filtered(String text, Dsn dsn, Reporter reporter) {
    String name = text.equals(rest) ? reporter.name() : "sentry-project-" + dsn.project();
    return new FilteredReporter(name, reporter, event -> text.equals(target(event)));
  }

  /** Returns the DSN of the project that {@code event} belongs to, null for none. */
  private @Nullable String target(EventFacts event) {
    for (Rule rule : rules) {
      if (rule.filter().test(event)) {
        return rule.dsn();
      }
    }
    return rest;
  }

  // What the settings say.

  private interface Parser<T> {
    /** Throws IllegalArgumentException with the remedy as its message. */
    T parse();
  }

  private static <T> T checked(Setting<?> key, Settings settings, Parser<T> parser) {
    try {
      return parser.parse();
    } catch (IllegalArgumentException e) {
      throw settings.error(key, String.valueOf(e.getMessage()));
    }
  }

  private static Duration positive(Setting<Duration> key, Settings settings) {
    Duration timeout = settings.get(key);
    if (timeout.isZero()) {
      throw settings.error(key, "use a duration above zero, such as 5s");
    }
    return timeout;
  }

  /** Reads the rules and adds their DSNs to {@code dsns}. Messages hold nothing of the text. */
  private static List<Rule> rules(String text, Map<String, Dsn> dsns) {
    List<Rule> rules = new ArrayList<>();
    List<String> items = Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
    for (String item : items) {
      try {
        rules.add(rule(item, dsns));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("rule " + (rules.size() + 1) + ' ' + e.getMessage(), e);
      }
    }
    return rules;
  }

  private static Rule rule(String item, Map<String, Dsn> dsns) {
    int arrow = item.lastIndexOf('>');
    if (arrow < 0) {
      throw new IllegalArgumentException("has no > between condition and DSN" + FORM);
    }
    Predicate<EventFacts> filter = filter(item.substring(0, arrow).strip());
    String dsn = item.substring(arrow + 1).strip();
    try {
      dsns.putIfAbsent(dsn, Dsn.parse(dsn));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("has no good DSN: " + e.getMessage(), e);
    }
    return new Rule(filter, dsn);
  }

  private static Predicate<EventFacts> filter(String condition) {
    int colon = condition.indexOf(':');
    String rest = condition.substring(colon + 1).strip();
    return switch (condition.substring(0, Math.max(0, colon)).strip()) {
      case "tag" -> tag(rest);
      case "path" -> path(rest);
      default ->
        throw new IllegalArgumentException("begins with neither \"tag:\" nor \"path:\"" + FORM);
    };
  }

  private static Predicate<EventFacts> tag(String text) {
    int equals = text.indexOf('=');
    String name = (equals < 0 ? text : text.substring(0, equals)).strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "names no tag: write tag:NAME=VALUE, or tag:NAME for any value");
    }
    return equals < 0
        ? EventFilter.tag(name)
        : EventFilter.tag(name, text.substring(equals + 1).strip());
  }

  private static Predicate<EventFacts> path(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("names no path: write path:/billing/*");
    }
    try {
      return EventFilter.path(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "has no such path as /health, /static/* or *.css behind path:", e);
    }
  }
}
