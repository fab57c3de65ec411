package com.example.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A shop to send requests to, and to ask for its events as the page does. */
final class RunningShop implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ShopServer server;
  private final URI uri;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningShop(ShopServer server) {
    this.server = server;
    this.uri = server.uri();
  }

  static RunningShop open() throws Exception {
    return new RunningShop(ShopServer.open("127.0.0.1", 0));
  }

  String address() {
    return uri.toString();
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send(path, headers, HttpRequest.newBuilder().GET());
  }

  HttpResponse<String> post(String path, String form, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder()
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .header("Content-Type", "application/x-www-form-urlencoded");
    return send(path, headers, request);
  }

  HttpResponse<String> postJson(String path, String json, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder()
        .POST(HttpRequest.BodyPublishers.ofString(json))
        .header("Content-Type", "application/json");
    return send(path, headers, request);
  }

  private HttpResponse<String> send(String path, String[] headers, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(
        request.uri(uri.resolve(path)).timeout(PATIENCE).build(), BodyHandlers.ofString());
  }

  static String requestId(HttpResponse<?> response) {
    return response.headers().firstValue("X-Request-ID").orElse("");
  }

  /** Returns the one event of the request that was answered so, waiting for it. */
  Event eventOf(HttpResponse<?> response) throws IOException, InterruptedException {
    Optional<String> id = response.headers().firstValue("X-Event-ID");
    Event event = id.isPresent() ? await(id.get()) : await(awaitListed(requestId(response)));
    if (!event.at("/tags/request_id").equals(requestId(response))) {
      throw new AssertionError("the event is one of another request: " + event.json());
    }
    return event;
  }

  /**
   * Returns the titles of a request's events, once one of a later request is there. That it was
   * slow is left out: on a busy machine anything may be.
   */
  List<String> toldOf(HttpResponse<?> response) throws IOException, InterruptedException {
    eventOf(get("/error"));
    return listed().stream()
        .filter(event -> event.path("request_id").asText().equals(requestId(response)))
        .map(event -> event.path("title").asText())
        .filter(title -> !title.contains(" took longer than "))
        .toList();
  }

  private String awaitListed(String requestId) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (JsonNode event : listed()) {
        if (event.path("request_id").asText().equals(requestId)) {
          return event.path("id").asText();
        }
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new AssertionError("no event of request " + requestId);
  }

  private Event await(String id) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      HttpResponse<String> event = get("/events/" + id);
      if (event.statusCode() == 200) {
        return new Event(MAPPER.readTree(event.body()));
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new AssertionError("no event " + id);
  }

  /** Returns what the shop lists, the latest first. */
  List<JsonNode> listed() throws IOException, InterruptedException {
    List<JsonNode> events = new ArrayList<>();
    MAPPER.readTree(get("/events").body()).forEach(events::add);
    return events;
  }

  @Override
  public void close() throws Exception {
    server.close();
  }

  /** An event as it was reported. */
  record Event(JsonNode json) {
    /** Returns the text, or the JSON of anything else, at a JSON pointer; empty if nothing. */
    String at(String pointer) {
      JsonNode node = json.at(pointer);
      return node.isTextual() ? node.textValue() : node.toString();
    }

    /** Returns the types of what was thrown, the outermost first. */
    List<String> thrown() {
      List<String> types = new ArrayList<>();
      json.at("/exception/values")
          .forEach(value -> types.add(0, value.path("type").asText()));
      return types;
    }

    /** Returns functions of the shop's own code in one throwable, the innermost first. */
    List<String> ownFrames(int throwable) {
      List<String> functions = new ArrayList<>();
      JsonNode values = json.at("/exception/values");
      JsonNode frames = values.at("/" + (values.size() - 1 - throwable) + "/stacktrace/frames");
      for (JsonNode frame : frames) {
        if (frame.path("in_app").asBoolean()) {
          String module = frame.path("module").asText();
          functions.add(
              0,
              module.substring(module.lastIndexOf('.') + 1)
                  + '.'
                  + frame.path("function").asText());
        }
      }
      return functions;
    }

    List<String> breadcrumbs() {
      List<String> messages = new ArrayList<>();
      json.at("/breadcrumbs/values")
          .forEach(value -> messages.add(value.path("message").asText()));
      return messages;
    }
  }
}
