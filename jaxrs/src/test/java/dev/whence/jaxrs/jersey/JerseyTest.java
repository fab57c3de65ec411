package dev.whence.jaxrs.jersey;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.event.Level;
import dev.whence.jaxrs.WhenceFeature;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.WhenceExtension;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Duration;
import java.util.List;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

/** What the feature makes of requests that come to Jersey by nobody else. */
class JerseyTest {
  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create().failOnFaults();

  private RunningJersey jersey() {
    return jersey(whence.whence());
  }

  private static RunningJersey jersey(Whence instance) {
    return new RunningJersey(new ResourceConfig(ShopsResource.class)
        .register(new WhenceFeature(instance))
        .register(new ConflictMapper())
        .register(new UpstreamMapper())
        .register(new ClosedMapper())
        .register(new DoomedMapper()));
  }

  /** Answers with 409. */
  static final class ConflictMapper implements ExceptionMapper<ShopsResource.Conflict> {
    @Override
    public Response toResponse(ShopsResource.Conflict failure) {
      return Response.status(409).build();
    }
  }

  /** Answers with 502. */
  static final class UpstreamMapper implements ExceptionMapper<ShopsResource.Upstream> {
    @Override
    public Response toResponse(ShopsResource.Upstream failure) {
      return Response.status(502).build();
    }
  }

  /** Answers with 503, the same object each time. */
  static final class ClosedMapper implements ExceptionMapper<ShopsResource.Closed> {
    private static final Response ANSWER = Response.status(503).build();

    @Override
    public Response toResponse(ShopsResource.Closed failure) {
      return ANSWER;
    }
  }

  /** Calls another application in the middle of a request, then fails. */
  @Path("/outer")
  public static final class OuterResource {
    private final RunningJersey inner;

    OuterResource(RunningJersey inner) {
      this.inner = inner;
    }

    @GET
    @Path("{id}")
    public String call() {
      inner.get("/shops/corner/fine");
      throw new IllegalStateException("after the call");
    }
  }

  /** Fails. */
  static final class DoomedMapper implements ExceptionMapper<ShopsResource.Doomed> {
    @Override
    public Response toResponse(ShopsResource.Doomed failure) {
      throw new UnsupportedOperationException("mapper");
    }
  }

  @Test
  void anUnmappedExceptionIsOneEventNamedByItsTemplate() {
    try {
      jersey().get("/shops/corner/orders/17?page=2");
    } catch (IllegalStateException e) {
      assertThat(e).hasRootCauseMessage("no such order");
    }

    assertThatEvent(whence.event())
        .hasException(IllegalStateException.class)
        .withMessage("no such order")
        .isUnhandled()
        .hasLevel(Level.ERROR)
        .hasRoute("GET /ctx/api/shops/{shop}/orders/{id}")
        .hasStatus(500)
        .hasRequestId("r-1")
        .hasUser("17")
        .hasTag("resource.class", ShopsResource.class.getName())
        .hasTag("resource.method", "order")
        .hasTag("team", "shop")
        .hasTag("tier", "1")
        .hasBreadcrumbs("order 17");
    assertThat(whence.event().at("/request/url"))
        .isEqualTo("http://localhost/ctx/api/shops/corner/orders/17");
  }

  @Test
  void aHealthyRequestIsNoEventAndHasItsIdAnswered() {
    ContainerResponse answer = jersey().get("/shops/corner/fine");

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeaderString("X-Request-ID")).isEqualTo("r-1");
    assertThat(whence.events()).isEmpty();
    assertThat(Whence.current().currentScope()).isEmpty();
  }

  @Test
  void whatAMapperAnswersBelow500IsNoEvent() {
    assertThat(jersey().get("/shops/corner/conflict").getStatus()).isEqualTo(409);

    assertThat(whence.events()).isEmpty();
  }

  @Test
  void whatAMapperAnswersBelow500IsABreadcrumbOfOtherEvents() {
    jersey().get("/shops/corner/captured-conflict");

    assertThatEvent(whence.event())
        .hasMessage("before it")
        .hasBreadcrumbs(ShopsResource.Conflict.class.getName() + " answered with 409");
  }

  @Test
  void whatAMapperAnswersIsAWarningWhereTheSettingNamesItsStatus() {
    Whence instance = whence.rebuild(builder -> builder.set(Keys.CAPTURE_STATUS, "409"));

    jersey(instance).get("/shops/corner/conflict");

    assertThatEvent(whence.event())
        .hasException(ShopsResource.Conflict.class)
        .hasLevel(Level.WARNING)
        .hasStatus(409);
  }

  @Test
  void whatAMapperAnswersFrom500OnIsAHandledErrorWhoseIdIsAnswered() {
    ContainerResponse answer = jersey().get("/shops/corner/upstream");

    assertThat(answer.getStatus()).isEqualTo(502);
    assertThatEvent(whence.event())
        .hasException(ShopsResource.Upstream.class)
        .isHandled()
        .hasLevel(Level.ERROR)
        .hasStatus(502);
    assertThat(answer.getHeaderString("X-Event-ID")).isEqualTo(whence.event().eventId());
  }

  @Test
  void aMapperThatFailsIsAnEventAndSoIsWhatItWasToMap() {
    assertThat(jersey().get("/shops/corner/doomed").getStatus()).isEqualTo(500);

    List<RecordedEvent> both = whence.events();

    assertThat(both).hasSize(2);
    assertThatEvent(both.get(0)).hasException(ShopsResource.Doomed.class);
    assertThatEvent(both.get(1))
        .hasException(UnsupportedOperationException.class)
        .withMessage("mapper")
        .isUnhandled();
  }

  @Test
  void aWebApplicationExceptionIsJudgedByItsStatus() {
    RunningJersey jersey = jersey();

    assertThat(jersey.get("/shops/corner/bad").getStatus()).isEqualTo(400);
    assertThat(jersey.get("/shops/corner/unavailable").getEntity()).isEqualTo("later");

    assertThatEvent(whence.event())
        .hasException(ServiceUnavailableException.class)
        .isHandled()
        .hasStatus(503);
  }

  @Test
  void aWebApplicationExceptionIsAWarningWhereTheSettingNamesItsStatus() {
    Whence instance = whence.rebuild(builder -> builder.set(Keys.CAPTURE_STATUS, "400-599"));

    jersey(instance).get("/shops/corner/bad");

    assertThatEvent(whence.event()).hasException(BadRequestException.class).hasLevel(Level.WARNING);
  }

  @Test
  void anAnswerFrom500OnIsAnEventWithoutAnException() {
    jersey().get("/shops/corner/answered");

    assertThatEvent(whence.event())
        .hasNoException()
        .hasMessage("answered 504 to GET /ctx/api/shops/{shop}/answered");
  }

  @Test
  void aFailureThatAnotherThreadResumesWithIsOneEventWithBothTrails() {
    try {
      jersey().get("/shops/corner/resumed");
    } catch (IllegalStateException e) {
      assertThat(e).hasRootCauseMessage("resumed with this");
    }

    whence.reporter().awaitEvents(1, Duration.ofSeconds(30)); // the answer may come first
    assertThatEvent(whence.event())
        .hasException(IllegalStateException.class)
        .withMessage("resumed with this")
        .isUnhandled()
        .hasRoute("GET /ctx/api/shops/{shop}/resumed")
        .hasBreadcrumbs("resumed");
  }

  @Test
  void aStageThatFailsIsMappedLikeAnythingElse() {
    assertThat(jersey().get("/shops/corner/stage").getStatus()).isEqualTo(409);
    assertThat(jersey().get("/shops/corner/task").getStatus()).isEqualTo(409);

    assertThat(whence.events()).isEmpty();
  }

  @Test
  void whatCutsAnAnswerOffIsAnEventWithTheStatusThatWasSent() {
    jersey().get("/shops/corner/cut");

    assertThatEvent(whence.event())
        .hasException(IllegalStateException.class)
        .withMessage("cut")
        .isUnhandled()
        .hasStatus(200);
  }

  @Test
  void aResourceBehindALocatorHasTheWholeTemplate() {
    try {
      jersey().get("/shops/corner/stock/pen/count");
    } catch (IllegalStateException e) {
      assertThat(e).hasRootCauseMessage("cannot count");
    }

    assertThatEvent(whence.event())
        .hasRoute("GET /ctx/api/shops/{shop}/stock/{article}/count")
        .hasTag("resource.class", ShopsResource.Stock.class.getName());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404, GET /ctx/api/*",
    "GET, /shops/corner/nothing, 404, GET /ctx/api/shops/{shop}/*",
    "DELETE, /shops/corner/fine, 405, DELETE /ctx/api/shops/{shop}/fine",
    "BREW, /shops/corner/fine, 405, OTHER /ctx/api/shops/{shop}/fine",
    "GET, /shops/corner/orders/abc, 404, GET /ctx/api/shops/{shop}/*",
  })
  void whatMatchesNothingIsNamedByWhatDidMatch(
      String method, String path, int status, String route) {
    Whence instance = whence.rebuild(builder -> builder.set(Keys.CAPTURE_STATUS, "400-599"));

    ContainerResponse answer = jersey(instance).call(RunningJersey.request(method, path));

    assertThat(answer.getStatus()).isEqualTo(status);
    assertThatEvent(whence.event())
        .hasNoException()
        .hasMessage("answered " + status + " to " + route)
        .hasLevel(Level.WARNING);
  }

  @Test
  void eachThreadThatRunsAResourceLogsWithItsRequestsId() {
    RunningJersey jersey = jersey();

    assertThat(jersey.get("/shops/corner/logged").getEntity()).isEqualTo("r-1");
    assertThat((String) jersey.get("/shops/corner/managed").getEntity())
        .endsWith(" r-1")
        .doesNotStartWith(Thread.currentThread().getName());
    assertThat(MDC.get("requestId")).isNull();
    assertThat(Whence.current().currentScope()).isEmpty();
  }

  @Test
  void aTypeThatNobodyWritesIsNamedByItsTemplate() {
    Whence instance = whence.rebuild(builder -> builder.set(Keys.CAPTURE_STATUS, "400-599"));
    ContainerRequest request = RunningJersey.post("/shops/corner/orders", "application/json", "{}");
    request.header("Accept", "image/png");

    assertThat(jersey(instance).call(request).getStatus()).isEqualTo(406);

    assertThatEvent(whence.event())
        .hasRoute("POST /ctx/api/shops/{shop}/orders")
        .hasNoException();
  }

  @Test
  void aTypeThatNobodyReadsIsNamedByItsTemplate() {
    Whence instance = whence.rebuild(builder -> builder.set(Keys.CAPTURE_STATUS, "400-599"));
    ContainerRequest request = RunningJersey.post("/shops/corner/orders", "text/csv", "a;b");

    assertThat(jersey(instance).call(request).getStatus()).isEqualTo(415);

    assertThatEvent(whence.event()).hasRoute("POST /ctx/api/shops/{shop}/orders");
  }

  @ParameterizedTest
  @CsvSource({
    "route, GET /ctx/api/shops/{shop}/answered",
    "handler, ShopsResource.answered",
    "url, GET /ctx/api/shops/corner/answered",
  })
  void requestsAreNamedAsTheSettingSays(String style, String name) {
    Whence instance = whence.rebuild(builder -> builder.set(Keys.TRANSACTION_STYLE, style));

    jersey(instance).get("/shops/corner/answered");

    assertThatEvent(whence.event()).hasRoute(name);
  }

  @Test
  void anAnswerThatIsSentAgainNamesTheEventOfItsRequest() {
    RunningJersey jersey = jersey();
    String first = jersey.get("/shops/corner/closed").getHeaderString("X-Event-ID");
    String second = jersey.get("/shops/corner/closed").getHeaderString("X-Event-ID");

    assertThat(whence.events())
        .extracting(RecordedEvent::eventId)
        .containsExactly(first, second)
        .doesNotHaveDuplicates();
  }

  @Test
  void aRequestWithinAnotherLeavesThatItsName() {
    RunningJersey outer = new RunningJersey(new ResourceConfig()
        .register(new OuterResource(jersey()))
        .register(new WhenceFeature(whence.whence())));
    try {
      outer.get("/outer/17");
    } catch (IllegalStateException e) {
      assertThat(e).hasRootCauseMessage("after the call");
    }

    assertThatEvent(whence.event())
        .hasRoute("GET /ctx/api/outer/{id}")
        .hasTag("resource.class", OuterResource.class.getName());
    assertThat(whence.event().at("/tags/team")).isEmpty();
  }

  @Test
  void whatALocatorThrowsIsAnExceptionOfTheApplication() {
    Whence instance = whence.rebuild(builder -> builder.set(Keys.CAPTURE_STATUS, "404"));

    assertThat(jersey(instance).get("/shops/corner/sold/pen/count").getStatus()).isEqualTo(404);

    assertThatEvent(whence.event())
        .hasException(NotFoundException.class)
        .withMessage("no such stock")
        .hasRoute("GET /ctx/api/shops/{shop}/sold");
  }

  @Test
  void aMalformedHeaderIsTheClientsFault() {
    ContainerRequest request = RunningJersey.request("GET", "/shops/corner/languages");
    request.header("Accept-Language", "en;q=much");

    assertThat(jersey().call(request).getStatus()).isEqualTo(400);

    assertThat(whence.events()).isEmpty();
  }

  @Test
  void aFeatureRegisteredTwiceObservesOnce() {
    RunningJersey twice = new RunningJersey(new ResourceConfig(ShopsResource.class)
        .register(new WhenceFeature(whence.whence()))
        .register(WhenceFeature.class));

    twice.get("/shops/corner/unavailable");

    assertThatEvent(whence.event()).hasStatus(503);
  }

  @Test
  void whatAResourceReadOfItsEntityIsSentWhereTheSettingWantsIt() {
    Whence instance = whence.rebuild(
        builder -> builder.set(Keys.CAPTURE_BODY, "on-error").set(Keys.CAPTURE_STATUS, "200"));
    String entity = "{\"item\": 17, \"password\": \"planted\"}";
    ContainerRequest request =
        RunningJersey.post("/shops/corner/orders", "application/json", entity);

    assertThat(jersey(instance).call(request).getEntity()).isEqualTo(entity);

    assertThat(whence.event().at("/request/data")).contains("17");
    assertThatEvent(whence.event()).mentionsNowhere("planted");
  }

  @Test
  void anIgnoredPathIsLeftAlone() {
    Whence instance = whence.rebuild(builder -> builder.set(Keys.IGNORED_PATHS, "/ctx/api/*"));

    ContainerResponse answer = jersey(instance).get("/shops/corner/answered");

    assertThat(answer.getHeaderString("X-Request-ID")).isNull();
    assertThat(whence.events()).isEmpty();
  }
}
