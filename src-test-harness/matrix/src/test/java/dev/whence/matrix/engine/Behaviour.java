package dev.whence.matrix.engine;

import dev.whence.matrix.client.RawHttp;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a JAX-RS application does, by the contract: a request, the answer to it, and the
 * events that Whence makes of it. Immutable.
 *
 * @param path behind the application's own
 * @param headers lines of the request's head
 * @param body the request's, empty for none
 * @param status the answer's
 * @param events what Whence makes of it, in any order
 * @param captureStatus the setting that it needs, empty for the default
 */
record Behaviour(
    String name,
    String method,
    String path,
    List<String> headers,
    String body,
    int status,
    List<Sighting> events,
    String captureStatus) {
  static Behaviour send(String name, String method, String path) {
    return new Behaviour(name, method, path, List.of(), "", 200, List.of(), "");
  }

  static Behaviour get(String name, String path) {
    return send(name, "GET", path);
  }

  static Behaviour post(String name, String path, String type, String body) {
    return new Behaviour(
        name, "POST", path, List.of("Content-Type: " + type), body, 200, List.of(), "");
  }

  /** Adds a line to the request's head. */
  Behaviour with(String header) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    return new Behaviour(name, method, path, more, body, status, events, captureStatus);
  }

  Behaviour answers(int newStatus) {
    return new Behaviour(name, method, path, headers, body, newStatus, events, captureStatus);
  }

  Behaviour reports(Sighting... sightings) {
    return new Behaviour(
        name, method, path, headers, body, status, List.of(sightings), captureStatus);
  }

  Behaviour whenCapturing(String statuses) {
    return new Behaviour(name, method, path, headers, body, status, events, statuses);
  }

  /** Returns the ID that its request brings, by which its events are known. */
  String requestId() {
    return name.replaceAll("[^A-Za-z0-9]+", "-");
  }

  /** Returns its request, a character for each byte. */
  String request(String root) {
    List<String> lines = new ArrayList<>(headers);
    lines.add("X-Request-ID: " + requestId());
    if (!body.isEmpty()) {
      lines.add("Content-Length: " + body.length());
    }
    return RawHttp.head(method, root + path, lines.toArray(String[]::new)) + "\r\n" + body;
  }

  @Override
  public String toString() {
    return name;
  }
}
