package dev.whence.scrub;

import dev.whence.event.Breadcrumb;
import dev.whence.event.ErrorEvent;
import dev.whence.event.Mechanism;
import dev.whence.event.Request;
import dev.whence.event.ThrownException;
import dev.whence.event.TransactionEvent;
import dev.whence.event.User;
import dev.whence.scrub.field.FieldScrubber;
import dev.whence.scrub.field.Findings;
import dev.whence.scrub.text.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Masks one event, field by field, but for what is {@link SafeByNature}. For one thread and one
 * event.
 */
final class EventScrubber {
  private static final String OWN_CONTEXT = "whence";

  private final FieldScrubber fields;
  private final FieldScrubber values;
  private final UserScrubber users;
  private final Findings findings;
  private final Guard guard;
  private final TreeWalk trees;

  /**
   * Prepares to mask one event by {@code fields}.
   *
   * @param values what masks what a preset may drop: queries, bodies and data of breadcrumbs
   */
  EventScrubber(FieldScrubber fields, FieldScrubber values, UserScrubber users, Findings findings) {
    this.fields = fields;
    this.values = values;
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
    return told(clean.build(), "masked", findings);
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
    TreeWalk data = new TreeWalk(values, findings);
    for (Breadcrumb crumb : event.breadcrumbs()) {
      String name = "breadcrumbs.values." + clean.size();
      clean.add(new Breadcrumb(
          crumb.timestamp(),
          crumb.category(),
          guard.textOrNull(name + ".message", crumb.message(), fields::scrub),
          crumb.level(),
          guard.field(
              name + ".data", () -> data.map(crumb.data()), () -> Map.of("data", Rule.FAILED))));
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
    Request clean = new RequestScrubber(fields, values).scrub(request, network, guard);
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
    if (fields.decide(name).hidesTree() && !values.isEmpty()) {
      Map<String, Object> masked = Map.of("context", Rule.KEY.marker());
      if (!values.equals(masked)) {
        findings.hit(Rule.KEY, 0);
      }
      return masked;
    }
    return switch (name) {
      case "trace" -> trace(values);
      case OWN_CONTEXT -> own(values);
      default -> trees.map(values);
    };
  }

  /** The key of an event's group is the same to look at as trace IDs are. */
  private Map<String, Object> own(Map<String, Object> values) {
    if (!(values.get("group") instanceof Map<?, ?> group)
        || !SafeByNature.isGroupKey(group.get("key"))) {
      return trees.map(values);
    }
    Map<Object, Object> rest = new LinkedHashMap<>(group);
    Object key = rest.remove("key");
    Map<String, Object> keyless = new LinkedHashMap<>(values);
    keyless.put("group", rest);
    Map<String, Object> clean = new LinkedHashMap<>(trees.map(keyless));
    if (clean.get("group") instanceof Map<?, ?> shown) {
      Map<Object, Object> whole = new LinkedHashMap<>();
      whole.put("key", key);
      whole.putAll(shown);
      clean.put("group", whole);
    }
    return clean;
  }

  /** Trace IDs are hexadecimal, so that one in many thousands looks like something else. */
  private Map<String, Object> trace(Map<String, Object> values) {
    Map<String, Object> ids = new LinkedHashMap<>(values);
    ids.entrySet().removeIf(entry -> !SafeByNature.isTraceId(entry.getKey(), entry.getValue()));
    Map<String, Object> rest = new LinkedHashMap<>(values);
    rest.keySet().removeAll(ids.keySet());
    ids.putAll(trees.map(rest));
    return ids;
  }

  /** Adds what was found to the event's own context, as a list under {@code name}. */
  static ErrorEvent told(ErrorEvent event, String name, Findings findings) {
    return findings.isEmpty()
        ? event
        : event.toBuilder()
            .context(OWN_CONTEXT, own(event.contexts(), name, findings))
            .build();
  }

  /** Does the same to a transaction. */
  static TransactionEvent told(TransactionEvent event, String name, Findings findings) {
    return findings.isEmpty()
        ? event
        : event.toBuilder()
            .context(OWN_CONTEXT, own(event.contexts(), name, findings))
            .build();
  }

  private static Map<String, Object> own(
      Map<String, Map<String, Object>> contexts, String name, Findings findings) {
    Map<String, Object> own = new LinkedHashMap<>(contexts.getOrDefault(OWN_CONTEXT, Map.of()));
    List<Object> masked = new ArrayList<>();
    if (own.get(name) instanceof List<?> before) {
      masked.addAll(before);
    }
    masked.addAll(findings.listed());
    own.put(name, masked);
    if (findings.more() > 0) {
      own.put(name + "_more", findings.more());
    }
    return own;
  }
}
