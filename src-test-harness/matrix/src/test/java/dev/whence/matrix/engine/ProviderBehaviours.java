package dev.whence.matrix.engine;

import static dev.whence.matrix.engine.Behaviour.get;
import static dev.whence.matrix.engine.Behaviour.post;
import static dev.whence.matrix.engine.Sighting.answered;
import static dev.whence.matrix.engine.Sighting.handled;
import static dev.whence.matrix.engine.Sighting.unhandled;

import jakarta.ws.rs.InternalServerErrorException;
import java.util.ArrayList;
import java.util.List;
import org.example.contract.provider.Note;

/** Filters, interceptors, readers and writers, and what is streamed. */
final class ProviderBehaviours {
  private static final Sighting FAILURE = unhandled(IllegalStateException.class);
  private static final String NOTE = "GET /api/entities/note";

  private ProviderBehaviours() {}

  static List<Behaviour> all() {
    List<Behaviour> all = new ArrayList<>(filters());
    all.addAll(entities());
    all.addAll(streams());
    return all;
  }

  private static Behaviour faulty(String name, String fault) {
    return get(name, "/shops/7").with("X-Fault: " + fault);
  }

  private static Sighting shop(Sighting sighting) {
    return sighting.at("GET /api/shops/{shop}").by("ShopResource.shop");
  }

  private static List<Behaviour> filters() {
    return List.of(
        faulty("pre-matching filter throws", "pre-matching filter")
            .answers(500)
            .reports(FAILURE.at("GET /api/*")),
        faulty("pre-matching filter aborts with 503", "abort first with 503")
            .answers(503)
            .reports(answered(503).at("GET /api/*")),
        faulty("request filter throws", "request filter").answers(500).reports(shop(FAILURE)),
        faulty("request filter aborts with 401", "abort with 401").answers(401),
        faulty("request filter aborts with 500", "abort with 500")
            .answers(500)
            .reports(shop(answered(500))),
        faulty("response filter throws", "response filter").answers(500).reports(shop(FAILURE)),
        faulty("writer interceptor throws", "writer interceptor")
            .answers(500)
            .reports(shop(FAILURE)),
        post("reader interceptor throws", "/entities/note", "application/json", "\"x\"")
            .with("X-Fault: reader interceptor")
            .answers(500)
            .reports(FAILURE.at("POST /api/entities/note").by("EntityResource.note")));
  }

  private static Behaviour note(String name, String json) {
    return post(name, "/entities/note", "application/json", json);
  }

  private static List<Behaviour> entities() {
    return List.of(
        post("form", "/entities/form", "application/x-www-form-urlencoded", "name=a+b"),
        post("text of 200 KB", "/entities/text", "text/plain", "text".repeat(50_000)),
        note("entity of a reader and a writer of the application", "\"x\""),
        note("malformed entity", "{").answers(400),
        note("reader throws", '"' + Note.UNREADABLE + '"')
            .answers(500)
            .reports(FAILURE.at("POST /api/entities/note").by("EntityResource.note")),
        post(
                "method throws after it has got its entity",
                "/entities/note/fail",
                "application/json",
                "\"x\"")
            .answers(500)
            .reports(
                FAILURE.at("POST /api/entities/note/fail").by("EntityResource.failAfterReading")),
        get("writer throws", "/entities/note")
            .answers(500)
            .reports(FAILURE.at(NOTE).by("EntityResource.unwritableNote")),
        get("no writer for the type", "/answers/unwritable")
            .answers(500)
            .reports(handled(InternalServerErrorException.class)
                .at("GET /api/answers/unwritable")
                .by("AnswerResource.unwritable")));
  }

  private static List<Behaviour> streams() {
    return List.of(
        get("stream", "/streams/whole"),
        get("stream fails before anything is sent", "/streams/early")
            .answers(500)
            .reports(
                FAILURE.at("GET /api/streams/early").by("StreamResource.failBeforeAnythingIsSent")),
        get("stream fails after a part is sent", "/streams/late")
            .reports(FAILURE
                .at("GET /api/streams/late")
                .status(200)
                .by("StreamResource.failAfterAPartIsSent")),
        get("server-sent events", "/streams/events"),
        get("method for server-sent events throws", "/streams/events/fail")
            .answers(500)
            .reports(FAILURE
                .at("GET /api/streams/events/fail")
                .by("StreamResource.failBeforeTheFirstEvent")));
  }
}
