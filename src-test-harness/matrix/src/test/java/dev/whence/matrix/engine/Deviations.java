package dev.whence.matrix.engine;

import static dev.whence.matrix.engine.Deviation.deviation;
import static dev.whence.matrix.engine.Sighting.unhandled;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.example.contract.mapped.Failures;

/** All that engines and containers do instead of what the contract says. */
final class Deviations {
  private static final String CANNOT_SUSPEND =
      "the server cannot suspend requests, which Jersey says by an exception";

  private Deviations() {}

  static List<Deviation> all() {
    return Stream.of(ofBoth(Ground.RESTEASY), ofResteasy(), ofBoth(Ground.CXF), ofCxf(), ofJersey())
        .flatMap(List::stream)
        .toList();
  }

  /** Returns what is to be expected of a behaviour there. */
  static Expected expected(Behaviour behaviour, Combination there) {
    Expected expected = Expected.of(behaviour);
    for (Deviation deviation : all()) {
      if (deviation.ground().includes(there) && deviation.isAbout(behaviour)) {
        expected = deviation.change().apply(expected);
      }
    }
    return expected;
  }

  private static List<Deviation> ofBoth(Ground ground) {
    return List.of(
        deviation(
            ground,
            "what becomes of an exception that is turned into an answer is not shown: the event"
                + " tells the status alone",
            expected -> expected.eachEvent(Sighting::withoutException),
            "ServiceUnavailableException",
            "InternalServerErrorException with a cause",
            "WebApplicationException 500",
            "WebApplicationException 500 with an entity",
            "WebApplicationException 503",
            "WebApplicationException 503 with an entity",
            "mapper to 500",
            "mapper that turns a WebApplicationException 404 into 503",
            "404 that is to be captured: mapped by the engine",
            "409 that is to be captured: mapped by the application",
            "AsyncResponse: resumed with an exception that is mapped to 500",
            "AsyncResponse: timeout"),
        deviation(
            ground,
            "the engine answers for exceptions of suspended requests and shows them to nobody",
            expected -> expected.eachEvent(Sighting::withoutException),
            "AsyncResponse: resumed with an exception before the method returns",
            "AsyncResponse: resumed with an exception by a wrapped task",
            "AsyncResponse: resumed with an exception by another thread",
            "AsyncResponse: the method throws",
            "CompletionStage: failed",
            "CompletionStage: failed with a CompletionException around it"));
  }

  private static List<Deviation> ofResteasy() {
    List<Deviation> all = new ArrayList<>();
    all.add(deviation(
        Ground.RESTEASY,
        "the engine answers for exceptions itself, and the servlet filter does not see them: the"
            + " event tells the status alone",
        expected -> expected.eachEvent(Sighting::withoutException),
        "template in the path of the class",
        "encoded text and matrix parameters in the path",
        "template with a regular expression",
        "a locator's resource throws",
        "locators within locators",
        "annotations of an interface",
        "HEAD of a method for GET that throws",
        "runtime exception",
        "exception with a cause",
        "checked exception",
        "Error",
        "pre-matching filter throws",
        "request filter throws",
        "response filter throws",
        "method throws after it has got its entity",
        "no writer for the type",
        "method for server-sent events throws"));
    all.add(deviation(
        Ground.RESTEASY,
        "the same, and the user that a request filter set is gone when the request ends",
        expected -> expected.eachEvent(sighting -> sighting.withoutException().withoutUser()),
        "user of a request filter, breadcrumbs of filter and resource"));
    all.add(deviation(
        Ground.RESTEASY,
        "the same, and filters run when the locators have: the route is not known yet",
        expected -> expected.eachEvent(sighting -> sighting.withoutException().at("GET /api/*")),
        "a locator throws"));
    all.add(deviation(
        Ground.RESTEASY,
        "the engine answers, so that what an interceptor of Whence's sees counts as handled",
        expected -> expected.eachEvent(Sighting::butHandled),
        "writer interceptor throws",
        "reader interceptor throws",
        "reader throws",
        "writer throws",
        "stream fails before anything is sent",
        "captured by hand, then thrown"));
    all.add(deviation(
        Ground.RESTEASY,
        "the mapper's exception reaches the servlet filter, the first one does not",
        expected -> expected.events(unhandled(UnsupportedOperationException.class)
            .at("GET /api/failures/{kind}")
            .by("FailureResource.fail")),
        "mapper that throws"));
    return all;
  }

  private static List<Deviation> ofCxf() {
    List<Deviation> all = new ArrayList<>();
    all.add(deviation(
        Ground.CXF,
        "what fails while the answer is made is not shown",
        expected -> expected.eachEvent(Sighting::withoutException),
        "response filter throws"));
    all.add(deviation(
        Ground.CXF,
        "the exception goes on within a Fault of the engine's",
        expected -> expected.eachEvent(sighting -> sighting.what("Fault unhandled")),
        "checked exception",
        "Error"));
    all.add(deviation(
        Ground.CXF,
        "the engine throws where others answer",
        expected -> expected.eachEvent(sighting -> sighting.what("ProcessingException unhandled")),
        "no writer for the type"));
    all.add(deviation(
        Ground.CXF,
        "exceptions of converters are not turned into 404",
        expected -> expected
            .status(500)
            .events(unhandled(IllegalStateException.class)
                .at("GET /api/parameters/converted")
                .by("ParameterResource.converted")),
        "a converter throws"));
    all.add(deviation(
        Ground.CXF,
        "a mapper that returns null counts as none",
        expected -> expected
            .status(500)
            .events(unhandled(Failures.Silent.class)
                .at("GET /api/failures/{kind}")
                .by("FailureResource.fail")),
        "mapper that returns null"));
    all.add(deviation(
        Ground.CXF,
        "what a mapper throws is answered with 500 and shown to nobody",
        expected -> expected.events(
            Sighting.answered(500).at("GET /api/failures/{kind}").by("FailureResource.fail")),
        "mapper that throws"));
    all.add(deviation(
        Ground.CXF,
        "filters run when the locators have: the route is not known yet",
        expected -> expected.eachEvent(sighting -> sighting.at("GET /api/*")),
        "a locator throws"));
    all.add(deviation(
        Ground.CXF,
        "of a template's values the engine keeps the first alone",
        expected -> expected.eachEvent(sighting ->
            sighting.at("GET /api/shops/{shop}/shelves/{shelf}/boxes/{box}/boxes/2/fail")),
        "locators within locators"));
    all.add(deviation(
        Ground.CXF_WITHOUT_SSE,
        "these versions were tested without their module for server-sent events, which is not to be"
            + " had: there is no sink",
        expected -> expected
            .status(500)
            .events(unhandled(NullPointerException.class)
                .at("GET /api/streams/events")
                .by("StreamResource.events")),
        "server-sent events"));
    all.add(deviation(
        Ground.CXF_WITH_SSE,
        "the engine answers for what such a method throws and shows it to nobody",
        expected -> expected.eachEvent(Sighting::withoutException),
        "method for server-sent events throws"));
    return all;
  }

  private static List<Deviation> ofJersey() {
    List<Deviation> all = new ArrayList<>();
    all.add(deviation(
        Ground.JDK,
        CANNOT_SUSPEND,
        expected -> expected
            .status(500)
            .eachEvent(sighting -> sighting
                .what("UnsupportedOperationException unhandled")
                .status(500)
                .withoutMore()),
        "method for server-sent events throws",
        "AsyncResponse: resumed with an exception before the method returns",
        "AsyncResponse: resumed with an exception by a wrapped task",
        "AsyncResponse: resumed with an exception by another thread",
        "AsyncResponse: resumed with an exception that is mapped to 500",
        "AsyncResponse: resumed with 503",
        "AsyncResponse: timeout",
        "AsyncResponse: cancelled",
        "AsyncResponse: the method throws",
        "CompletionStage: failed",
        "CompletionStage: failed with a CompletionException around it",
        "CompletionStage: completed with 503"));
    all.addAll(List.of(
        notSuspended("server-sent events", "streams/events", "StreamResource.events"),
        notSuspended(
            "AsyncResponse: resumed with an entity", "async/entity", "AsyncResource.entity"),
        notSuspended(
            "AsyncResponse: resumed with an exception that is mapped to 409",
            "async/conflict",
            "AsyncResource.conflict"),
        notSuspended(
            "AsyncResponse: timeout with a handler",
            "async/timeout/handled",
            "AsyncResource.handledTimeout"),
        notSuspended("CompletionStage: completed", "stages/entity", "StageResource.entity"),
        notSuspended(
            "CompletionStage: failed with an exception that is mapped to 409",
            "stages/conflict",
            "StageResource.conflict")));
    return all;
  }

  /** A request that is to be suspended, and has no event where it can be. */
  private static Deviation notSuspended(String behaviour, String path, String where) {
    Sighting refusal =
        unhandled(UnsupportedOperationException.class).at("GET /api/" + path).by(where);
    return deviation(
        Ground.JDK, CANNOT_SUSPEND, expected -> expected.status(500).events(refusal), behaviour);
  }
}
