package dev.whence.jaxrs.problem;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457): what the answer to a failed request tells. Its type is the one
 * that says no more than the status does. Immutable.
 */
public record Problem(int status, Incident incident, Insight insight, List<Violation> violations) {
  static final String TYPE = "about:blank";
  static final String STATUS = "status";

  private static final int LONGEST = 2_000;

  public Problem {
    violations = List.copyOf(violations);
  }

  /** Returns the phrase of the status. */
  public String title() {
    Response.Status known = Response.Status.fromStatusCode(status);
    if (known != null) {
      return known.getReasonPhrase();
    }
    return status < 500 ? "Client Error" : "Server Error";
  }

  /** Returns the members that are single texts, by name, in reading order. */
  Map<String, String> members() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("type", TYPE);
    members.put("title", title());
    members.put(STATUS, String.valueOf(status));
    put(members, "detail", insight.detail());
    put(members, "instance", incident.instance());
    put(members, "requestId", incident.requestId());
    put(
        members,
        "eventId",
        incident.eventId() == null ? null : incident.eventId().toString());
    put(members, "link", insight.link());
    return members;
  }

  private static void put(Map<String, String> members, String name, @Nullable String value) {
    if (value != null) {
      members.put(name, Legible.of(value, LONGEST));
    }
  }
}
