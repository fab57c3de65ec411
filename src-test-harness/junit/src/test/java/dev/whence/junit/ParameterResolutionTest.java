package dev.whence.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.event.Level;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WhenceExtension.class)
class ParameterResolutionTest {
  @BeforeEach
  void captureBefore(Whence whence) {
    whence.capture("before", Level.INFO);
  }

  @Test
  void givesATestAndItsSetUpTheSameInstanceAndReporter(Whence whence, RecordingReporter reporter) {
    whence.capture("within", Level.INFO);
    whence.flush(Duration.ofSeconds(30));

    assertThat(reporter.events())
        .extracting(RecordedEvent::message)
        .containsExactly("before", "within");
  }
}
