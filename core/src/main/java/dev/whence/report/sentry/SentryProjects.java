package dev.whence.report.sentry;

import dev.whence.config.Keys;
import dev.whence.config.Setting;
import dev.whence.config.Settings;
import dev.whence.report.EventFacts;
import dev.whence.report.EventFilter;
import dev.whence.report.Reporter;
import dev.whence.report.http.HttpPoster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The projects that {@code dsn} and {@code project-dsns} name. Each event goes to the one of the
 * first rule that fits, else to that of {@code dsn}, and to no other. What the instance loses is
 * told the first project alone, mostly that of {@code dsn}. Unchanged once it is read.
 */
final class SentryProjects {
  private static final String FORM = ": write rules such as tag:service=worker >"
      + " https://PUBLIC_KEY@HOST/PROJECT or path:/billing/* > ..., with commas between them";

  /** Who takes which events. */
  private record Rule(Predicate<EventFacts> filter, String dsn) {}

  /**
   * One of them.
   *
   * @param name the reporter's
   * @param text the DSN as it was set
   */
  record Project(String name, String text, Dsn dsn) {}

  private final List<Project> projects = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final @Nullable String rest;

  private SentryProjects(@Nullable String rest) {
    this.rest = rest;
  }

  /**
   * Reads what {@code settings} say.
   *
   * @throws dev.whence.config.ConfigException if a DSN or a rule is none
   */
  static SentryProjects of(Settings settings) {
    SentryProjects read = new SentryProjects(settings.find(Keys.DSN).orElse(null));
    checked(Keys.DSN, settings, read::addRest);
    checked(
        Keys.PROJECT_DSNS,
        settings,
        () -> read.addRules(settings.find(Keys.PROJECT_DSNS).orElse("")));
    return read;
  }

  private static void checked(Setting<?> key, Settings settings, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      throw settings.error(key, String.valueOf(e.getMessage()));
    }
  }

  private void addRest() {
    if (rest != null) {
      projects.add(new Project(SentryReporter.NAME, rest, Dsn.parse(rest)));
    }
  }

  private void addProject(String text) {
    if (projects.stream().noneMatch(project -> project.text().equals(text))) {
      Dsn dsn = Dsn.parse(text);
      projects.add(new Project("sentry-project-" + dsn.project(), text, dsn));
    }
  }

  /** Returns the projects, that of {@code dsn} first. */
  List<Project> all() {
    return List.copyOf(projects);
  }

  /** Returns a reporter for each project. */
  List<Reporter> reporters(HttpPoster.Timeouts timeouts) {
    return projects.stream().map(project -> reporter(project, timeouts)).toList();
  }

  private Reporter reporter(Project project, HttpPoster.Timeouts timeouts) {
    SentryReporter.Role role = new SentryReporter.Role(
        project.name(), project.text().equals(projects.get(0).text()));
    Reporter reporter = new SentryReporter(role, project.dsn(), timeouts, Timepiece.SYSTEM);
    String text = project.text();
    return rules.isEmpty() ? reporter : reporter.only(event -> text.equals(target(event)));
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

  // The rules.

  /** Messages hold nothing of the text, in which keys are. */
  private void addRules(String text) {
    List<String> items = Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
    for (String item : items) {
      try {
        addRule(item);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("rule " + (rules.size() + 1) + ' ' + e.getMessage(), e);
      }
    }
  }

  private void addRule(String item) {
    int arrow = item.lastIndexOf('>');
    if (arrow < 0) {
      throw new IllegalArgumentException("has no > between condition and DSN" + FORM);
    }
    Predicate<EventFacts> filter = filter(item.substring(0, arrow).strip());
    String dsn = item.substring(arrow + 1).strip();
    try {
      addProject(dsn);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("has no good DSN: " + e.getMessage(), e);
    }
    rules.add(new Rule(filter, dsn));
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
