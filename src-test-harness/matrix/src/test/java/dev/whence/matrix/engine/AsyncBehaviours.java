package dev.whence.matrix.engine;

import static dev.whence.matrix.engine.Behaviour.get;
import static dev.whence.matrix.engine.Sighting.answered;
import static dev.whence.matrix.engine.Sighting.handled;
import static dev.whence.matrix.engine.Sighting.unhandled;

import jakarta.ws.rs.ServiceUnavailableException;
import java.util.ArrayList;
import java.util.List;
import org.example.contract.mapped.Failures;

/** Requests that are suspended. */
final class AsyncBehaviours {
  private static final Sighting FAILURE = unhandled(IllegalStateException.class);

  private AsyncBehaviours() {}

  static List<Behaviour> all() {
    List<Behaviour> all = new ArrayList<>(responses());
    all.addAll(stages());
    return all;
  }

  private static Behaviour async(String name, String path) {
    return get("AsyncResponse: " + name, "/async/" + path);
  }

  private static Sighting at(Sighting sighting, String path, String method) {
    return sighting.at("GET /api/async/" + path).by("AsyncResource." + method);
  }

  private static List<Behaviour> responses() {
    return List.of(
        async("resumed with an entity", "entity"),
        async("resumed with an exception before the method returns", "at-once")
            .answers(500)
            .reports(at(FAILURE, "at-once", "atOnce")),
        async("resumed with an exception by a wrapped task", "wrapped/7")
            .answers(500)
            .reports(at(FAILURE, "wrapped/{shop}", "wrapped")
                .breadcrumbs("suspended", "about to resume")),
        async("resumed with an exception by another thread", "unwrapped/7")
            .answers(500)
            .reports(at(FAILURE, "unwrapped/{shop}", "unwrapped")),
        async("resumed with an exception that is mapped to 409", "conflict").answers(409),
        async("resumed with an exception that is mapped to 500", "broken")
            .answers(500)
            .reports(at(handled(Failures.Broken.class), "broken", "broken")),
        async("resumed with 503", "status/503")
            .answers(503)
            .reports(at(answered(503), "status/{status}", "status")),
        async("timeout", "timeout")
            .answers(503)
            .reports(
                at(handled(ServiceUnavailableException.class).status(503), "timeout", "timeout")),
        async("timeout with a handler", "timeout/handled"),
        async("cancelled", "cancel").answers(503).reports(at(answered(503), "cancel", "cancel")),
        async("the method throws", "thrown").answers(500).reports(at(FAILURE, "thrown", "thrown")));
  }

  private static Behaviour stage(String name, String path) {
    return get("CompletionStage: " + name, "/stages/" + path);
  }

  private static List<Behaviour> stages() {
    return List.of(
        stage("completed", "entity"),
        stage("failed", "failed")
            .answers(500)
            .reports(FAILURE.at("GET /api/stages/failed").by("StageResource.failed")),
        stage("failed with a CompletionException around it", "wrapped")
            .answers(500)
            .reports(FAILURE.at("GET /api/stages/wrapped").by("StageResource.failedWithWrapper")),
        stage("failed with an exception that is mapped to 409", "conflict").answers(409),
        stage("completed with 503", "unavailable")
            .answers(503)
            .reports(
                answered(503).at("GET /api/stages/unavailable").by("StageResource.unavailable")));
  }
}
