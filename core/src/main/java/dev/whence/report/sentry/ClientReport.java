package dev.whence.report.sentry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whence.event.Category;
import dev.whence.report.Loss;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells a receiver how many events it will not get, and why. */
final class ClientReport {
  /** What was left out for a reporter that does not want it, and what its receiver counts. */
  private static final Set<String> UNTOLD = Set.of("filtered", DiscardReason.TOLD_LIMITED);

  private ClientReport() {}

  /** Returns the JSON of a report of {@code losses}, empty if there is nothing to tell. */
  static Optional<byte[]> of(List<Loss> losses, Instant now) {
    List<String> outcomes = new ArrayList<>();
    sums(losses)
        .forEach((category, byReason) ->
            byReason.forEach((reason, count) -> outcomes.add("{\"reason\":\"" + reason.wireName()
                + "\",\"category\":\"" + category.wireName() + "\",\"quantity\":" + count + '}')));
    if (outcomes.isEmpty()) {
      return Optional.empty();
    }
    String json = "{\"timestamp\":\"" + now.truncatedTo(ChronoUnit.MILLIS)
        + "\",\"discarded_events\":[" + String.join(",", outcomes) + "]}";
    return Optional.of(json.getBytes(UTF_8));
  }

  private static Map<Category, Map<DiscardReason, Long>> sums(List<Loss> losses) {
    Map<Category, Map<DiscardReason, Long>> sums = new EnumMap<>(Category.class);
    for (Loss loss : losses) {
      if (loss.count() > 0 && !UNTOLD.contains(loss.reason())) {
        sums.computeIfAbsent(loss.category(), category -> new EnumMap<>(DiscardReason.class))
            .merge(DiscardReason.of(loss.reason()), loss.count(), Long::sum);
      }
    }
    return sums;
  }
}
