package dev.whence.matrix.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.WhenceBuilder;
import dev.whence.config.Keys;
import dev.whence.config.Setting;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.RecordingReporter;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.client.RawHttp;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.example.contract.ContractApplication;
import org.jspecify.annotations.Nullable;

/** Starts the application, sends the requests of behaviours, and stops it. */
final class Run {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Combination combination;

  Run(Combination combination) {
    this.combination = combination;
  }

  /** Returns what clients get where there is no Whence. */
  Map<Behaviour, RawAnswer> plain(List<Behaviour> behaviours) {
    try (PlainLoader loader = new PlainLoader()) {
      return answers(behaviours, program(ContractApplication.class, null, loader), () -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what clients get with Whence, and what its reporter does, under every setting. */
  Map<Behaviour, Outcome> watched(List<Behaviour> behaviours) {
    Map<Behaviour, Outcome> outcomes = new LinkedHashMap<>();
    behaviours.stream()
        .collect(Collectors.groupingBy(Behaviour::captureStatus))
        .forEach((setting, some) -> outcomes.putAll(
            watched(some, setting.isEmpty() ? Map.of() : Map.of(Keys.CAPTURE_STATUS, setting))));
    return outcomes;
  }

  /** Returns the same where Whence answers for what nobody else does. */
  Map<Behaviour, Outcome> answered(List<Behaviour> behaviours) {
    return watched(behaviours, Map.of(Keys.PROBLEM_ANSWERS, "true"));
  }

  private Map<Behaviour, Outcome> watched(
      List<Behaviour> behaviours, Map<Setting<?>, String> settings) {
    RecordingReporter reporter = new RecordingReporter();
    Map<Behaviour, RawAnswer> answers;
    try (Whence whence = whence(reporter, settings)) {
      answers = answers(
          behaviours,
          program(application(), whence, Run.class.getClassLoader()),
          () -> reporter.awaitEvents(wanted(behaviours), LONG));
      whence.flush(LONG);
      assertThat(whence.health().faults()).as("faults of Whence's own").isEmpty();
    }
    Map<String, List<RecordedEvent>> events =
        reporter.events().stream().collect(Collectors.groupingBy(RecordedEvent::requestId));
    Map<Behaviour, Outcome> outcomes = new LinkedHashMap<>();
    answers.forEach((behaviour, answer) -> {
      List<RecordedEvent> own = events.remove(behaviour.requestId());
      outcomes.put(behaviour, new Outcome(answer, own == null ? List.of() : own));
    });
    if (!events.isEmpty()) {
      throw new AssertionError("events of no request that was sent: " + events);
    }
    return outcomes;
  }

  private static Whence whence(RecordingReporter reporter, Map<Setting<?>, String> settings) {
    WhenceBuilder builder = Whence.builder()
        .environmentVariables(Map.of())
        .environment("test")
        .set(Keys.JMX, "false")
        .reporter(reporter);
    settings.forEach(builder::set);
    return builder.build();
  }

  private Class<? extends Application> application() {
    return combination.engine() == Jaxrs.CXF ? WatchedApplication.class : ContractApplication.class;
  }

  private Host.Program program(
      Class<? extends Application> application, @Nullable Whence whence, ClassLoader loader) {
    return new Host.Program(combination.engine(), application, whence, loader);
  }

  /** Counts the events: an answer may come before its request is over. */
  private int wanted(List<Behaviour> behaviours) {
    return behaviours.stream()
        .mapToInt(
            behaviour -> Deviations.expected(behaviour, combination).events().size())
        .sum();
  }

  /** Sends the requests, and stops the application when {@code end} has waited for theirs. */
  private Map<Behaviour, RawAnswer> answers(
      List<Behaviour> behaviours, Host.Program program, Runnable end) {
    Map<Behaviour, RawAnswer> answers = new LinkedHashMap<>();
    try (Host.Running running = combination.host().start(program)) {
      RawHttp http = new RawHttp(running.port());
      for (Behaviour behaviour : behaviours) {
        answers.put(behaviour, http.exchange(behaviour.request(combination.root())));
      }
      end.run();
    }
    return answers;
  }
}
