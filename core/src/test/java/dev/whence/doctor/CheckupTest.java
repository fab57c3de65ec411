package dev.whence.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.ConfigException;
import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.report.Reporter;
import dev.whence.report.ReporterProvider;
import dev.whence.report.check.Check;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of reporters that others write. */
class CheckupTest {
  private final Settings settings = Settings.load(Keys.all(), List.of());
  private final List<String> lines = new ArrayList<>();

  private void run(ReporterProvider provider) {
    List<ReporterProvider> providers = List.of(provider);
    List<Check> others = List.of(new ReportersCheck(settings, providers, 0));
    new Checkup(settings, providers, others)
        .run(new Examination(true, result -> lines.addAll(result.lines())));
  }

  @Test
  void namesAProviderWhoseChecksCannotBeMade() {
    run(new ReporterProvider() {
      @Override
      public List<Reporter> create(Settings settings) {
        return List.of();
      }

      @Override
      public List<List<Check>> checks(Settings settings) {
        throw new NoClassDefFoundError("some/Library");
      }
    });

    assertThat(lines)
        .anyMatch(line -> line.startsWith("FAIL reporters: " + CheckupTest.class.getName())
            && line.endsWith("failed with java.lang.NoClassDefFoundError"));
  }

  @Test
  void tellsWhatAProviderSaysThatHasNoChecks() {
    run(settings -> {
      throw new ConfigException("setting \"queue\" is \"x\"", "name a queue");
    });

    assertThat(lines)
        .containsSequence("FAIL reporters: setting \"queue\" is \"x\"", "     name a queue");
  }
}
