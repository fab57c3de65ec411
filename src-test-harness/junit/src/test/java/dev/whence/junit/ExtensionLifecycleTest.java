package dev.whence.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.whence.Whence;
import dev.whence.event.Level;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class ExtensionLifecycleTest {
  private static final List<Whence> SEEN = new ArrayList<>();

  private static EngineExecutionResults run(Class<?> testClass) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(testClass))
        .execute();
  }

  @Test
  void eachTestHasAnInstanceOfItsOwnWhichIsClosedAfterIt() {
    SEEN.clear();

    run(TwoTests.class).testEvents().assertStatistics(stats -> stats.succeeded(2));

    assertThat(SEEN).doesNotHaveDuplicates().hasSize(2);
    assertThat(SEEN)
        .allSatisfy(whence -> assertThat(whence.capture("late", Level.INFO))
            .as("a closed instance takes nothing")
            .isEmpty());
  }

  @Test
  void aFaultFailsTheTestIfAsked() {
    run(Faulty.class)
        .testEvents()
        .failed()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("leavesAFault"),
                finishedWithFailure(
                    instanceOf(AssertionError.class), message(m -> m.contains("details=1")))));
  }

  @Test
  void aFaultIsNoFailureUnlessAsked() {
    run(Forgiving.class).testEvents().assertStatistics(stats -> stats.succeeded(1));
  }

  @ExtendWith(WhenceExtension.class)
  static class TwoTests {
    @Test
    void one(Whence whence) {
      SEEN.add(whence);
    }

    @Test
    void two(Whence whence) {
      SEEN.add(whence);
    }
  }

  static class Faulty {
    @RegisterExtension
    final WhenceExtension whence = WhenceExtension.create().failOnFaults();

    @Test
    void leavesAFault() {
      leaveFault(whence.whence());
    }
  }

  static class Forgiving {
    @RegisterExtension
    final WhenceExtension whence = WhenceExtension.create();

    @Test
    void leavesAFault() {
      leaveFault(whence.whence());
    }
  }

  private static void leaveFault(Whence whence) {
    whence.capture("details fail", Level.INFO, scope -> {
      throw new IllegalStateException("in details");
    });
  }
}
