package dev.whence.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.Breadcrumb;
import dev.whence.event.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final String LONG = "x".repeat(1_000);

  private final Snapshots snapshots = new Snapshots();

  private Snapshot with(
      Map<String, String> tags,
      Map<String, Map<String, Object>> contexts,
      List<Breadcrumb> breadcrumbs) {
    Snapshot plain = snapshots.of(new IllegalStateException());
    return new Snapshot(
        plain.what(),
        new Snapshot.Surroundings(
            "r-1",
            "GET /x",
            null,
            500,
            Duration.ofMillis(5),
            null,
            tags,
            contexts,
            List.of(),
            breadcrumbs,
            null),
        null,
        "hint");
  }

  private static Breadcrumb breadcrumb(String message, Map<String, Object> data) {
    return new Breadcrumb(Instant.EPOCH, "query", message, Level.INFO, data);
  }

  @Test
  void weighsTheTextsThatItHoldsOnTo() {
    int light = with(Map.of(), Map.of(), List.of()).weight();

    assertThat(List.of(
            with(Map.of("tag", LONG), Map.of(), List.of()),
            with(Map.of(), Map.of("own", Map.of("value", LONG)), List.of()),
            with(Map.of(), Map.of(), List.of(breadcrumb(LONG, Map.of()))),
            with(Map.of(), Map.of(), List.of(breadcrumb("short", Map.of("sql", LONG))))))
        .allSatisfy(heavy ->
            assertThat(heavy.weight() - light).isBetween(2 * LONG.length(), 3 * LONG.length()));
  }
}
