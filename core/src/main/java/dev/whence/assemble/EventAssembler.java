package dev.whence.assemble;

import dev.whence.event.Body;
import dev.whence.event.ErrorEvent;
import dev.whence.event.Request;
import dev.whence.guard.Faults;
import dev.whence.snapshot.Snapshot;
import dev.whence.trace.Trace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of a snapshot and of what is the same for all events. On the recorder's thread.
 */
public final class EventAssembler {
  private static final String OWN_CONTEXT = "whence";
  private static final Pattern CAPTURING =
      Pattern.compile("dev\\.whence\\.(Whence|Capturing)(\\$.*)?");

  private final Origin origin;
  private final Map<String, Map<String, Object>> machine = Origin.machine();
  private final StackReader stacks;
  private final ChainReader chains;
  private final Faults faults;

  public EventAssembler(Origin origin, InApp inApp, Faults faults) {
    this.origin = origin;
    this.stacks = new StackReader(inApp);
    this.chains = new ChainReader(stacks, new ThrowableNotes(inApp), faults);
    this.faults = faults;
  }

  public ErrorEvent assemble(Snapshot snapshot) {
    Snapshot.Occurrence what = snapshot.what();
    Snapshot.Surroundings around = snapshot.surroundings();
    ErrorEvent.Builder event = ErrorEvent.builder(what.id(), what.time())
        .level(what.level())
        .message(what.message())
        .transaction(around.route())
        .tags(origin.tags())
        .tags(around.tags())
        .user(around.user())
        .breadcrumbs(around.breadcrumbs())
        .fingerprint(around.fingerprint())
        .release(origin.release())
        .environment(origin.environment())
        .serverName(origin.serverName());
    addThrowable(event, what);
    event.tags(around.ownTags());
    Request request = snapshot.request() == null ? null : snapshot.request().toRequest(faults);
    event.request(request);
    if (snapshot.heldBack() > 0) {
      event.tag("repeats", String.valueOf(snapshot.heldBack()));
    }
    addContexts(event, snapshot, request == null ? null : request.body());
    return event.build();
  }

  private void addThrowable(ErrorEvent.Builder event, Snapshot.Occurrence what) {
    Throwable throwable = what.throwable();
    if (throwable == null) {
      return;
    }
    if (what.message() == null) {
      event.exceptions(chains.read(throwable, what.mechanism(), what.handled()));
    } else {
      event.stack(stacks.read(callersOf(throwable), List.of()).frames());
    }
  }

  /** Returns where a message was captured, without the frames of the capturing itself. */
  private static List<StackTraceElement> callersOf(Throwable place) {
    return Arrays.stream(place.getStackTrace())
        .dropWhile(frame -> CAPTURING.matcher(frame.getClassName()).matches())
        .toList();
  }

  private void addContexts(ErrorEvent.Builder event, Snapshot snapshot, @Nullable Body body) {
    Snapshot.Surroundings around = snapshot.surroundings();
    long heldBack = snapshot.heldBack();
    machine.forEach(event::context);
    if (around.status() > 0) {
      event.context("response", Map.of("status_code", around.status()));
    }
    Map<String, Object> own = new LinkedHashMap<>();
    if (around.requestId() != null) {
      own.put("request_id", around.requestId());
      own.put("duration_ms", around.duration().toNanos() / 1e6);
    }
    if (heldBack > 0) {
      own.put("repeats", heldBack);
    }
    if (body != null && !body.isWhole()) {
      own.put("body", body.notes());
    }
    if (!own.isEmpty()) {
      event.context(OWN_CONTEXT, own);
    }
    Trace trace = around.trace();
    if (trace != null) {
      event.context("trace", trace.rootContext());
    }
    around.contexts().forEach(event::context);
  }
}
