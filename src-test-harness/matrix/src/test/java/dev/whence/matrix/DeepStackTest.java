package dev.whence.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.junit.RecordedEvent;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.container.Engine;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs in a JVM that keeps whole stacks, {@code -XX:MaxJavaStackTraceDepth=200000}. */
@Tag("deep-stacks")
class DeepStackTest extends MatrixTest {
  DeepStackTest(Engine engine) {
    super(engine);
  }

  @Test
  void thisJvmKeepsMoreThanTheUsualFrames() {
    StackOverflowError thrown = overflow();

    assertThat(thrown.getStackTrace().length).isGreaterThan(2_000);
  }

  @SuppressWarnings("InfiniteRecursion") // that is the point
  private static int deeper(int depth) {
    return deeper(depth + 1) + 1;
  }

  private static StackOverflowError overflow() {
    try {
      throw new AssertionError("no overflow at " + deeper(1));
    } catch (StackOverflowError e) {
      return e;
    }
  }

  @Test
  void aStackOfManyThousandFramesLeavesAnEventWithBothEnds() {
    RawAnswer answer = deployScenarios().get("/stack-overflow");

    assertThat(answer.status()).isEqualTo(500);
    assertStory("GET /stack-overflow", 500);
    RecordedEvent event = event();
    String innermost = "/exception/values/0/mechanism/data/frames_omitted";
    assertThat(Integer.parseInt(event.at(innermost))).isGreaterThan(2_000);
    assertThat(event.toString().length()).isLessThan(50_000);
    assertThat(event.exceptions()).last().satisfies(overflow -> {
      assertThat(overflow.type()).isEqualTo("java.lang.StackOverflowError");
      assertThat(overflow.functions()).first().asString().endsWith("Failures.deeper");
    });
    assertThat(event.exceptions().get(0).functions()).last().isEqualTo("java.lang.Thread.run");
  }

  @Test
  void tenSuchFailuresInARowAreTenEvents() {
    deployScenarios();

    String[] ids = new String[10];
    Arrays.setAll(ids, i -> http().get("/stack-overflow").header("X-Event-ID"));

    assertThat(events(10)).extracting(RecordedEvent::eventId).containsExactly(ids);
  }
}
