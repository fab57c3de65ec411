package dev.whence.scrub;

import dev.whence.event.Breadcrumb;
import dev.whence.event.ErrorEvent;
import dev.whence.event.Mechanism;
import dev.whence.event.Request;
import dev.whence.event.ThrownException;
import dev.whence.event.User;
import dev.whence.scrub.text.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Masks one event, field by field. For one thread and one event.
 *
 * <p>Left as they are: exception types and modules, frames, release, environment, server name,
 * level, IDs and the request's method.
 */
final class EventScrubber {
  private static final String OWN_CONTEXT = "whence";
  private static final Set<String> TRACE_IDS = Set.of("trace_id", "span_id", "parent_span_id");

  private final FieldScrubber fields;
  private final UserScrubber users;
  private final Findings findings;
  private final Guard guard;
  private final TreeWalk trees;

  EventScrubber(FieldScrubber fields, UserScrubber users, Findings findings) {
    this.fields = fields;
    this.users = users;
    this.findings = findings;
    this.guard = new Guard(findings);
    this.trees = new TreeWalk(fields, findings);
  }

  ErrorEvent scrub(ErrorEvent event) {
    ErrorEvent.Builder clean = ErrorEvent.builder(event.id(), event.timestamp())
        .level(event.level())
        .release(event.release().orElse(null))
        .environment(event.environment().orElse(null))
        .serverName(event.serverName().orElse(null))
        .stack(event.stack())
        .message(
            guard.textOrNull("logentry.formatted", event.message().orElse(null), fields::scrub))
        .transaction(
            guard.textOrNull("transaction", event.transaction().orElse(null), fields::scrub))
        .exceptions(exceptions(event))
        .tags(tags(event))
        .breadcrumbs(breadcrumbs(event))
        .fingerprint(fingerprint(event));
    event.request().ifPresent(request -> clean.request(request(request)));
    event.user().ifPresent(user -> clean.user(user(user)));
    event.contexts().forEach((name, values) -> context(name, values, clean));
    return told(clean.build());
  }

  private List<ThrownException> exceptions(ErrorEvent event) {
    List<ThrownException> clean = new ArrayList<>();
    for (ThrownException exception : event.exceptions()) {
      // the payload has them the other way round
      String name = "exception.values." + (event.exceptions().size() - 1 - clean.size());
      String value = guard.textOrNull(name + ".value", exception.value(), fields::scrub);
      Mechanism mechanism = exception.mechanism();
      clean.add(new ThrownException(
          exception.type(),
          exception.module(),
          value,
          exception.frames(),
          new Mechanism(
              mechanism.type(),
              mechanism.handled(),
              mechanism.exceptionId(),
              mechanism.parentId(),
              guard.field(name + ".mechanism.data", () -> trees.map(mechanism.data()), Map::of))));
    }
    return clean;
  }

  private Map<String, String> tags(ErrorEvent event) {
    Map<String, String> clean = new LinkedHashMap<>();
    int mark = findings.enter("tags");
    event.tags().forEach((name, value) -> {
      String shown = guard.text("name", name, fields::scrub);
      clean.put(shown, guard.text(shown, value, (text, sink) -> fields.scrub(name, text, sink)));
    });
    findings.leave(mark);
    return clean;
  }

  private List<Breadcrumb> breadcrumbs(ErrorEvent event) {
    List<Breadcrumb> clean = new ArrayList<>();
    for (Breadcrumb crumb : event.breadcrumbs()) {
      String name = "breadcrumbs.values." + clean.size();
      clean.add(new Breadcrumb(
          crumb.timestamp(),
          crumb.category(),
          guard.textOrNull(name + ".message", crumb.message(), fields::scrub),
          crumb.level(),
          guard.field(
              name + ".data", () -> trees.map(crumb.data()), () -> Map.of("data", Rule.FAILED))));
    }
    return clean;
  }

  private List<String> fingerprint(ErrorEvent event) {
    return event.fingerprint().stream()
        .map(part -> guard.text("fingerprint", part, fields::scrub))
        .toList();
  }

  private Request request(Request request) {
    int mark = findings.enter("request");
    String address = request.remoteAddress();
    String network = address == null ? null : users.address(address);
    Request clean = new RequestScrubber(fields).scrub(request, network, guard);
    findings.leave(mark);
    return clean;
  }

  private User user(User user) {
    return guard.field("user", () -> users.scrub(user, findings), () -> User.of(Rule.FAILED));
  }

  private void context(String name, Map<String, Object> values, ErrorEvent.Builder clean) {
    int mark = findings.enter("contexts");
    String shown = guard.text("name", name, fields::scrub);
    clean.context(
        shown,
        guard.field(shown, () -> context(name, values), () -> Map.of("context", Rule.FAILED)));
    findings.leave(mark);
  }

  private Map<String, Object> context(String name, Map<String, Object> values) {
    if (fields.keys().decide(name).hides("") && !values.isEmpty()) {
      Map<String, Object> masked = Map.of("context", Rule.KEY.marker());
      if (!values.equals(masked)) {
        findings.hit(Rule.KEY);
      }
      return masked;
    }
    return name.equals("trace") ? trace(values) : trees.map(values);
  }

  /** Trace IDs are hexadecimal, so that one in many thousands looks like something else. */
  private Map<String, Object> trace(Map<String, Object> values) {
    Map<String, Object> ids = new LinkedHashMap<>(values);
    ids.entrySet().removeIf(entry -> !isTraceId(entry.getKey(), entry.getValue()));
    Map<String, Object> rest = new LinkedHashMap<>(values);
    rest.keySet().removeAll(ids.keySet());
    ids.putAll(trees.map(rest));
    return ids;
  }

  private static boolean isTraceId(String name, @Nullable Object value) {
    return TRACE_IDS.contains(name) && value instanceof String id && isHex(id);
  }

  private static boolean isHex(String id) {
    return (id.length() == 16 || id.length() == 32)
        && id.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
  }

  /** Adds what was masked to the event's own context. */
  private ErrorEvent told(ErrorEvent event) {
    if (findings.isEmpty()) {
      return event;
    }
    Map<String, Object> own =
        new LinkedHashMap<>(event.contexts().getOrDefault(OWN_CONTEXT, Map.of()));
    List<Object> masked = new ArrayList<>();
    if (own.get("masked") instanceof List<?> before) {
      masked.addAll(before);
    }
    masked.addAll(findings.listed());
    own.put("masked", masked);
    if (findings.more() > 0) {
      own.put("masked_more", findings.more());
    }
    return event.toBuilder().context(OWN_CONTEXT, own).build();
  }
}
