package dev.whence.assemble;

import dev.whence.event.Request;
import dev.whence.event.TransactionEvent;
import dev.whence.guard.Faults;
import dev.whence.snapshot.Snapshot;
import dev.whence.snapshot.TransactionSnapshot;
import dev.whence.trace.CallCounts;
import dev.whence.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a transaction of a snapshot and of what is the same for all. On the recorder's thread. */
public final class TransactionAssembler {
  private static final String OWN_CONTEXT = "whence";

  private final Origin origin;
  private final Map<String, Map<String, Object>> machine = Origin.machine();
  private final Faults faults;

  public TransactionAssembler(Origin origin, Faults faults) {
    this.origin = origin;
    this.faults = faults;
  }

  public TransactionEvent assemble(TransactionSnapshot snapshot) {
    TransactionSnapshot.Whole whole = snapshot.whole();
    Trace trace = snapshot.trace();
    Snapshot.Surroundings around = snapshot.surroundings();
    Request request = snapshot.request() == null ? null : snapshot.request().toRequest(faults);
    TransactionEvent.Builder event = TransactionEvent.builder(
            whole.id(), new TransactionEvent.Time(trace.start(), trace.at(whole.endNanos())))
        .name(whole.name(), whole.source())
        .spans(trace.spans(whole.endNanos()))
        .measurements(trace.measurements())
        .tags(origin.tags())
        .tags(around.tags())
        .tags(around.ownTags())
        .user(around.user())
        .request(request)
        .release(origin.release())
        .environment(origin.environment())
        .serverName(origin.serverName());
    addContexts(event, snapshot);
    trace.release(); // errors of the same request may wait for long
    return event.build();
  }

  private void addContexts(TransactionEvent.Builder event, TransactionSnapshot snapshot) {
    Snapshot.Surroundings around = snapshot.surroundings();
    machine.forEach(event::context);
    if (around.status() > 0) {
      event.context("response", Map.of("status_code", around.status()));
    }
    event.context(OWN_CONTEXT, own(snapshot.trace(), around));
    around.contexts().forEach(event::context);
    event.context("trace", trace(snapshot));
  }

  private static Map<String, Object> trace(TransactionSnapshot snapshot) {
    Map<String, Object> trace = snapshot.trace().rootContext();
    trace.put("op", snapshot.whole().op());
    trace.put("status", snapshot.whole().status().wireName());
    trace.put("origin", "auto");
    return trace;
  }

  /** What the payload has no place for, and what the trace's head says to everybody. */
  private static Map<String, Object> own(Trace trace, Snapshot.Surroundings around) {
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("head", trace.head());
    if (around.requestId() != null) {
      own.put("request_id", around.requestId());
    }
    if (!trace.isKept()) {
      own.put("kept", "tail");
    }
    if (trace.droppedSpans() > 0) {
      own.put("spans_dropped", trace.droppedSpans());
    }
    CallCounts calls = trace.calls();
    if (calls.databaseNanos() > 0) {
      own.put("database_ms", calls.databaseNanos() / 1e6);
    }
    List<Object> repeated = new ArrayList<>();
    for (CallCounts.Repeated each : calls.repeated()) {
      repeated.add(Map.of("statement", each.statement(), "count", each.count()));
    }
    if (!repeated.isEmpty()) {
      own.put("repeated_queries", repeated);
    }
    return own;
  }
}
