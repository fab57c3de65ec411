package dev.whence.scrub;

import dev.whence.event.Body;
import dev.whence.scrub.body.BodyScrubber;
import dev.whence.scrub.body.Pairs;
import dev.whence.scrub.field.FieldScrubber;
import dev.whence.scrub.field.Findings;
import dev.whence.scrub.text.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Masks parts of events that stand alone, however long they are. For one thread and one part. */
final class Parts {
  private final FieldScrubber fields;
  private final FieldScrubber values;
  private final Findings findings;
  private final RequestScrubber requests;
  private final Pairs pairs;

  Parts(FieldScrubber fields, FieldScrubber values, Findings findings) {
    this.fields = fields;
    this.values = values;
    this.findings = findings;
    this.requests = new RequestScrubber(fields, values);
    this.pairs = new Pairs(fields, values);
  }

  Findings findings() {
    return findings;
  }

  /** Returns what {@code work} makes, a JSON text that says so if it fails. */
  String guarded(Supplier<String> work) {
    return new Guard(findings).field("output", work, () -> '"' + Rule.FAILED + '"');
  }

  String text(String text) {
    return fields.scan(text, findings);
  }

  String body(Body.Kind kind, String text) {
    return new BodyScrubber(values).scrub(kind, text, findings);
  }

  String cookies(String cookies) {
    return pairs.cookies(cookies, findings);
  }

  String query(String query) {
    return pairs.form(query, findings);
  }

  String url(String url) {
    return pairs.url(url, findings);
  }

  /** Masks names and their values or lists of values. */
  Map<String, Object> headers(Map<String, Object> headers) {
    Map<String, Object> clean = new LinkedHashMap<>();
    headers.forEach((name, value) -> clean.put(
        name,
        value instanceof List<?> list
            ? list.stream().map(one -> header(name, one)).toList()
            : header(name, value)));
    return clean;
  }

  private String header(String name, Object value) {
    int mark = findings.enter(name);
    String clean = requests.header(name, String.valueOf(value), findings);
    findings.leave(mark);
    return clean;
  }

  /** Masks a breadcrumb's message and data. */
  Map<String, Object> breadcrumb(Map<String, Object> crumb) {
    Map<String, Object> clean = new LinkedHashMap<>(crumb);
    clean.replaceAll((name, value) -> switch (name) {
      case "category", "level", "timestamp", "type" -> value;
      case "data" -> tree(values, name, value);
      default -> tree(fields, name, value);
    });
    return clean;
  }

  /** Masks an exception but for its type and what its frames are made of. */
  Map<String, Object> exception(Map<String, Object> exception) {
    Map<String, Object> clean = new LinkedHashMap<>();
    exception.forEach((name, value) -> clean.put(name, ofException(name, value)));
    return clean;
  }

  private Object ofException(String name, Object value) {
    if (name.equals("type") || name.equals("module") || SafeByNature.isOfFrame(name)) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> clean = new LinkedHashMap<>();
      map.forEach(
          (key, one) -> clean.put(String.valueOf(key), ofException(String.valueOf(key), one)));
      return name.equals("vars") ? tree(fields, name, value) : clean;
    }
    if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
      return list.stream().map(one -> ofException("", one)).toList();
    }
    return tree(fields, name, value);
  }

  /** Leaves of a user the ID. */
  Map<String, Object> user(Map<String, Object> user) {
    Map<String, Object> clean = new LinkedHashMap<>();
    if (user.get("id") != null) {
      String id = String.valueOf(user.get("id"));
      clean.put("id", UserScrubber.explicit(id, findings));
    }
    return clean;
  }

  private Object tree(FieldScrubber by, String name, Object value) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put(name, value);
    return new TreeWalk(by, findings).map(one).getOrDefault(name, "");
  }
}
