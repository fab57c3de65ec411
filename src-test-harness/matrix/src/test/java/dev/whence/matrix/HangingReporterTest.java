package dev.whence.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.delivery.LaneFigures;
import dev.whence.health.Health;
import dev.whence.matrix.container.Engine;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reporter that throws or never returns, beside one that works. */
class HangingReporterTest extends MatrixTest {
  private final Hang hang = new Hang();

  HangingReporterTest(Engine engine) {
    super(engine);
  }

  @AfterEach
  void release() {
    hang.release();
  }

  /** A reporter that is broken in a way of the test's choosing. */
  private interface Broken extends Reporter {
    @Override
    default String name() {
      return "broken";
    }
  }

  private void assertOthersGetTheirs(Broken broken) {
    whence.rebuild(builder -> builder.reporter(broken));
    deployScenarios();

    assertThat(http().get("/runtime").status()).isEqualTo(500);
    assertThat(http().get("/hello").status()).isEqualTo(200);
    assertThat(http().get("/runtime").status()).isEqualTo(500);

    assertThat(whence.reporter().awaitEvents(2, LONG)).hasSize(2);
    assertSums(whence.whence().health());
    undeploy();
    whence.whence().close();
    assertLosses(whence.whence().health());
    events(2);
  }

  private static void assertLosses(Health health) {
    assertThat(health.lanes())
        .filteredOn(lane -> lane.name().equals("broken"))
        .singleElement()
        .satisfies(lane -> {
          assertThat(lane.recorded()).isEqualTo(2);
          assertThat(lane.delivered() + lane.waiting()).as("%s", lane).isZero();
          assertThat(lane.dropped().values().stream().mapToLong(Long::longValue).sum())
              .isEqualTo(2);
        });
    assertThat(health.lanes())
        .filteredOn(lane -> lane.name().equals("recording"))
        .singleElement()
        .extracting(LaneFigures::delivered)
        .isEqualTo(2L);
  }

  @Test
  void aReporterThatThrowsLosesItsOwnEventsAlone() {
    assertOthersGetTheirs(batch -> {
      throw new IOException("no receiver");
    });
  }

  @Test
  void aReporterThatThrowsWhateverItLikesLosesItsOwnEventsAlone() {
    assertOthersGetTheirs(batch -> {
      throw new AssertionError("broken reporter");
    });
  }

  @Test
  void aReporterThatHangsForEverLosesItsOwnEventsAlone() {
    assertOthersGetTheirs(new Broken() {
      @Override
      public Outcome report(Batch batch) {
        hang.hang();
        return batch.accepted();
      }
    });
  }

  @Test
  void aReporterWhoseCloseHangsHoldsUpNothingButItself() {
    assertOthersGetTheirs(new Broken() {
      @Override
      public Outcome report(Batch batch) throws IOException {
        throw new IOException("no receiver");
      }

      @Override
      public void close() {
        hang.hang();
      }
    });
  }

  @Test
  void aReporterThatClaimsNonsenseIsNotBelieved() {
    whence.rebuild(builder -> builder.reporter((Broken) batch -> Outcome.accepted(1_000)));

    deployScenarios().get("/runtime");

    whence.reporter().awaitEvents(1, LONG);
    whence.whence().close();
    events(1);
    assertSums(whence.whence().health());
    assertThat(whence.whence().health().lanes())
        .filteredOn(lane -> lane.name().equals("broken"))
        .allSatisfy(lane -> assertThat(lane.delivered()).isLessThanOrEqualTo(1));
    assertThat(whence.whence().health().refused()).isEqualTo(Map.of());
  }
}
