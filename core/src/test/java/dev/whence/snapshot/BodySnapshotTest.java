package dev.whence.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.Body;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.guard.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BodySnapshotTest {
  private final Faults faults = new Faults(System.getLogger("dev.whence"));

  private static RequestSnapshot request(Supplier<String> text, int weight) {
    return new RequestSnapshot(
            "POST", "http://localhost/", null, new RequestSnapshot.Headers(), "192.0.2.7")
        .withBody(new BodySnapshot(Body.Kind.TEXT, text, weight, Map.of()));
  }

  private static Snapshot snapshot(RequestSnapshot request) {
    return new Snapshot(
        new Snapshot.Occurrence(
            new EventId(0, 1), Instant.EPOCH, Level.ERROR, null, "x", "capture", true),
        new Snapshot.Surroundings(
            "r-1",
            null,
            null,
            500,
            Duration.ZERO,
            null,
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            null),
        request,
        "hint");
  }

  @Test
  void aSnapshotWeighsWhatItsBodyWeighs() {
    RequestSnapshot request = request(() -> "plum", 5_000);

    assertThat(snapshot(request).weight() - snapshot(request.withBody(null)).weight())
        .isEqualTo(5_000);
  }

  @Test
  void aTextIsMadeOnlyWhenTheRecorderAsksForIt() {
    RequestSnapshot request = request(
        () -> {
          throw new IllegalStateException("no text");
        },
        1);
    snapshot(request).weight();

    assertThat(request.anonymous().toRequest(faults).body()).isNull();
    assertThat(faults.counts()).isEmpty();
  }

  @Test
  void aBodyThatFailsIsCountedAndLeftOut() {
    RequestSnapshot request = request(
        () -> {
          throw new IllegalStateException("no text");
        },
        1);

    assertThat(request.toRequest(faults).body()).isNull();
    assertThat(request.toRequest(faults).remoteAddress()).isEqualTo("192.0.2.7");
    assertThat(faults.counts()).containsEntry("body", 2L);
  }
}
