package dev.whence.scrub;

import dev.whence.event.ErrorEvent;
import dev.whence.event.Measurement;
import dev.whence.event.SpanData;
import dev.whence.event.TransactionEvent;
import dev.whence.scrub.field.FieldScrubber;
import dev.whence.scrub.field.Findings;
import dev.whence.scrub.text.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Masks one transaction: what it has in common with errors as theirs is masked, and its spans. For
 * one thread and one transaction.
 */
final class TransactionScrubber {
  private final EventScrubber events;
  private final FieldScrubber fields;
  private final TreeWalk data;
  private final Guard guard;

  TransactionScrubber(EventScrubber events, FieldScrubber fields, Findings findings) {
    this.events = events;
    this.fields = fields;
    this.data = new TreeWalk(fields, findings);
    this.guard = new Guard(findings);
  }

  TransactionEvent scrub(TransactionEvent event) {
    List<SpanData> spans = spans(event.spans());
    Map<String, Measurement> measurements = measurements(event.measurements());
    ErrorEvent clean = events.scrub(common(event)); // last, since it lists what was found
    TransactionEvent.Builder scrubbed = TransactionEvent.builder(event.id(), event.time())
        .name(clean.transaction().orElse(""), event.source())
        .spans(spans)
        .measurements(measurements)
        .tags(clean.tags())
        .request(clean.request().orElse(null))
        .user(clean.user().orElse(null))
        .release(event.release().orElse(null))
        .environment(event.environment().orElse(null))
        .serverName(event.serverName().orElse(null));
    clean.contexts().forEach(scrubbed::context);
    return scrubbed.build();
  }

  /** Returns what a transaction has in common with an error, as one. */
  private static ErrorEvent common(TransactionEvent event) {
    ErrorEvent.Builder common = ErrorEvent.builder(event.id(), event.timestamp())
        .transaction(event.name())
        .tags(event.tags())
        .request(event.request().orElse(null))
        .user(event.user().orElse(null));
    event.contexts().forEach(common::context);
    return common.build();
  }

  private Map<String, Measurement> measurements(Map<String, Measurement> measurements) {
    Map<String, Measurement> clean = new LinkedHashMap<>();
    measurements.forEach((name, measurement) ->
        clean.put(guard.text("measurements", name, fields::scrub), measurement));
    return clean;
  }

  private List<SpanData> spans(List<SpanData> spans) {
    List<SpanData> clean = new ArrayList<>(spans.size());
    for (SpanData span : spans) {
      String name = "spans." + clean.size();
      clean.add(span.with(
          guard.text(name + ".op", span.op(), fields::scrub),
          guard.textOrNull(name + ".description", span.description(), fields::scrub),
          guard.field(
              name + ".data", () -> data.map(span.data()), () -> Map.of("data", Rule.FAILED))));
    }
    return clean;
  }
}
