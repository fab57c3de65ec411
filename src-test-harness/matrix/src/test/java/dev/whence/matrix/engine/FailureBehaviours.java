package dev.whence.matrix.engine;

import static dev.whence.matrix.engine.Behaviour.get;
import static dev.whence.matrix.engine.Sighting.answered;
import static dev.whence.matrix.engine.Sighting.handled;
import static dev.whence.matrix.engine.Sighting.unhandled;

import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.example.contract.mapped.Failures;

/** What becomes of what methods throw and return. */
final class FailureBehaviours {
  private static final Sighting FAILURE = unhandled(IllegalStateException.class);

  private FailureBehaviours() {}

  static List<Behaviour> all() {
    List<Behaviour> all = new ArrayList<>(thrown());
    all.addAll(webApplicationExceptions());
    all.addAll(mapped());
    all.addAll(returned());
    all.addAll(captured());
    return all;
  }

  private static Sighting kind(Sighting sighting) {
    return sighting.at("GET /api/failures/{kind}").by("FailureResource.fail");
  }

  private static List<Behaviour> thrown() {
    return List.of(
        get("runtime exception", "/failures/runtime").answers(500).reports(kind(FAILURE)),
        get("exception with a cause", "/failures/caused").answers(500).reports(kind(FAILURE)),
        get("checked exception", "/failures/as/checked")
            .answers(500)
            .reports(unhandled(IOException.class)
                .at("GET /api/failures/as/checked")
                .by("FailureResource.checked")),
        get("Error", "/failures/as/error")
            .answers(500)
            .reports(unhandled(AssertionError.class)
                .at("GET /api/failures/as/error")
                .by("FailureResource.error")),
        get("NotFoundException", "/failures/not-found").answers(404),
        get("RedirectionException", "/failures/redirection").answers(303),
        get("NotAuthorizedException", "/failures/not-authorized").answers(401),
        get("ServiceUnavailableException", "/failures/unavailable")
            .answers(503)
            .reports(kind(handled(ServiceUnavailableException.class).status(503))),
        get("InternalServerErrorException with a cause", "/failures/internal")
            .answers(500)
            .reports(kind(handled(InternalServerErrorException.class))));
  }

  private static List<Behaviour> webApplicationExceptions() {
    return Stream.of(302, 400, 404, 409, 500, 503)
        .flatMap(status -> Stream.of(thrown(status, ""), thrown(status, "/entity")))
        .toList();
  }

  private static Behaviour thrown(int status, String entity) {
    boolean hasEntity = !entity.isEmpty();
    String name = "WebApplicationException " + status + (hasEntity ? " with an entity" : "");
    Behaviour behaviour = get(name, "/failures/web/" + status + entity).answers(status);
    return status < 500
        ? behaviour
        : behaviour.reports(handled(WebApplicationException.class)
            .status(status)
            .at("GET /api/failures/web/{status}" + entity)
            .by(hasEntity ? "FailureResource.webWithEntity" : "FailureResource.web"));
  }

  private static List<Behaviour> mapped() {
    return List.of(
        get("mapper to 409", "/failures/mapped-conflict").answers(409),
        get("mapper to 409 for the superclass", "/failures/mapped-subclass").answers(409),
        get("mapper to 500", "/failures/mapped-broken")
            .answers(500)
            .reports(kind(handled(Failures.Broken.class))),
        get("mapper to 200", "/failures/mapped-forgiven"),
        get("mapper that returns null", "/failures/mapped-silent").answers(204),
        get("mapper that throws", "/failures/mapped-doomed")
            .answers(500)
            .reports(
                kind(unhandled(Failures.Doomed.class)),
                kind(unhandled(UnsupportedOperationException.class))),
        get("mapper that turns a WebApplicationException 503 into 404", "/failures/mapped-softened")
            .answers(404),
        get("mapper that turns a WebApplicationException 404 into 503", "/failures/mapped-hardened")
            .answers(503)
            .reports(kind(handled(Failures.Hardened.class).status(503))),
        get("404 that is to be captured: mapped by the engine", "/failures/not-found")
            .whenCapturing("404,500-599")
            .answers(404)
            .reports(kind(handled(NotFoundException.class).status(404).level("warning"))),
        get("409 that is to be captured: mapped by the application", "/failures/mapped-conflict")
            .whenCapturing("409,500-599")
            .answers(409)
            .reports(kind(handled(Failures.Conflict.class).status(409).level("warning"))),
        get("404 that is to be captured: nothing matches", "/nowhere")
            .whenCapturing("404,500-599")
            .answers(404)
            .reports(answered(404).at("GET /api/*").level("warning")),
        get("404 that is to be captured: returned", "/answers/status/404")
            .whenCapturing("404,500-599")
            .answers(404)
            .reports(status(404).level("warning")));
  }

  private static Sighting status(int status) {
    return answered(status).at("GET /api/answers/status/{status}").by("AnswerResource.status");
  }

  private static List<Behaviour> returned() {
    return List.of(
        get("Response 404 returned", "/answers/status/404").answers(404),
        get("Response 500 returned", "/answers/status/500").answers(500).reports(status(500)),
        get("Response 503 returned", "/answers/status/503").answers(503).reports(status(503)),
        get("Response 503 with an entity returned", "/answers/status/503/entity")
            .answers(503)
            .reports(status(503)
                .at("GET /api/answers/status/{status}/entity")
                .by("AnswerResource.statusWithEntity")),
        get("null returned", "/answers/null").answers(204),
        get("200 KB returned", "/answers/big"));
  }

  private static List<Behaviour> captured() {
    return List.of(
        get("captured by hand, then thrown", "/failures/captured")
            .answers(500)
            .reports(FAILURE.at("GET /api/failures/captured").by("FailureResource.captured")),
        get("captured by hand, then answered", "/failures/captured/answered")
            .reports(handled(IllegalStateException.class)
                .status(200)
                .at("GET /api/failures/captured/answered")
                .by("FailureResource.capturedAndAnswered")),
        get("captured by hand, then mapped to 409", "/failures/captured/mapped")
            .answers(409)
            .reports(handled(Failures.Conflict.class)
                .status(409)
                .at("GET /api/failures/captured/mapped")
                .by("FailureResource.capturedAndMapped")),
        get("user of a request filter, breadcrumbs of filter and resource", "/shops/7/owner")
            .with("X-User: 1234")
            .answers(500)
            .reports(FAILURE
                .at("GET /api/shops/{shop}/owner")
                .by("ShopResource.owner")
                .user("1234")
                .breadcrumbs("greeted", "owner asked")));
  }
}
