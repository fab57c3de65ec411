package dev.whence.jaxrs.jersey;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.jaxrs.Monitored;
import dev.whence.jaxrs.WhenceFeature;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.WhenceExtension;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Whence answers in Jersey, and when it lets others answer. */
class ProblemAnswersTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String PROBLEM = "application/problem+json";

  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create().failOnFaults();

  private static ResourceConfig bills() {
    return new ResourceConfig(BillsResource.class, BillsResource.Watched.class);
  }

  private RunningJersey jersey() {
    return new RunningJersey(bills().register(new WhenceFeature(whence.whence())));
  }

  private WhenceFeature everywhere() {
    return new WhenceFeature(whence.rebuild(b -> b.set(Keys.PROBLEM_ANSWERS, "true")));
  }

  private RunningJersey jerseyEverywhere() {
    return new RunningJersey(bills().register(everywhere()));
  }

  private static String text(ContainerResponse answer) {
    return new String((byte[]) answer.getEntity(), StandardCharsets.UTF_8);
  }

  private void assertAnswered(ContainerResponse answer) {
    whence.reporter().awaitEvents(1, LIMIT); // the answer may come first
    RecordedEvent event = whence.event();
    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(answer.getMediaType()).hasToString(PROBLEM);
    assertThat(answer.getHeaderString("X-Event-ID")).isEqualTo(event.eventId());
    assertThat(answer.getHeaderString("X-Request-ID")).isEqualTo("r-1");
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    assertThat(text(answer)).contains("\"eventId\":\"" + event.eventId() + '"');
    assertThatEvent(event).isUnhandled().hasStatus(500);
  }

  /** Answers with 409. */
  static final class ConflictMapper implements ExceptionMapper<ShopsResource.Conflict> {
    @Override
    public Response toResponse(ShopsResource.Conflict failure) {
      return Response.status(409).build();
    }
  }

  @ParameterizedTest
  @CsvSource({"mapped, 409", "not-found, 404"})
  void whatAStageWrapsHasTheAnswerOfWhatIsInIt(String kind, int status) {
    RunningJersey jersey =
        new RunningJersey(bills().register(new ConflictMapper()).register(everywhere()));

    assertThat(jersey.get("/bills/staged/" + kind).getStatus()).isEqualTo(status);
    assertThat(whence.events()).isEmpty();
  }

  @Test
  void whatAStageWrapsIsTheEventIfNobodyAnswers() {
    assertAnswered(jerseyEverywhere().get("/bills/staged/lost"));

    assertThatEvent(whence.event()).hasException(IllegalStateException.class).withMessage("lost");
    assertThat(whence.event().json().at("/exception/values")).hasSize(1);
  }

  /** An application as JAX-RS has it. */
  @Monitored
  public static final class PlainApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(BillsResource.class);
    }
  }

  /** An application as Jersey has it. */
  @Monitored
  public static final class JerseyApplication extends ResourceConfig {
    public JerseyApplication() {
      super(BillsResource.class);
    }
  }

  // Who is answered for.

  @Test
  void anApplicationThatIsMonitored() {
    WhenceFeature feature = new WhenceFeature(whence.whence());

    assertAnswered(new RunningJersey(new JerseyApplication().register(feature)).get("/bills/lost"));
  }

  @Test
  void aPlainApplicationThatIsMonitored() {
    ResourceConfig config = ResourceConfig.forApplication(new PlainApplication());
    WhenceFeature feature = new WhenceFeature(whence.whence());

    assertAnswered(new RunningJersey(config.register(feature)).get("/bills/lost"));
  }

  @Test
  void aPlainApplicationClassThatIsMonitored() {
    ResourceConfig config = ResourceConfig.forApplicationClass(PlainApplication.class);
    WhenceFeature feature = new WhenceFeature(whence.whence());

    assertAnswered(new RunningJersey(config.register(feature)).get("/bills/lost"));
  }

  @Test
  void aClassThatIsMonitored() {
    assertAnswered(jersey().get("/monitored-bills/lost"));
  }

  @Test
  void aMethodThatIsMonitored() {
    assertAnswered(jersey().get("/bills/lost-watched"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lost", "lost-watched", "checked", "grave", "resumed"})
  void everythingWhereTheSettingSaysSo(String path) {
    assertAnswered(jerseyEverywhere().get("/bills/" + path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lost", "checked", "grave", "resumed"})
  void nothingElse(String path) {
    RunningJersey jersey = jersey();

    assertThatThrownBy(() -> jersey.get("/bills/" + path)).hasMessageContaining("no answer");

    whence.reporter().awaitEvents(1, LIMIT); // the answer may come first
    assertThatEvent(whence.event()).isUnhandled().hasStatus(500);
  }

  @Test
  void nothingThatIsIgnored() {
    Whence instance = whence.rebuild(
        builder -> builder.set(Keys.PROBLEM_ANSWERS, "true").set(Keys.IGNORED_PATHS, "/ctx/api/*"));
    RunningJersey jersey = new RunningJersey(bills().register(new WhenceFeature(instance)));

    assertThatThrownBy(() -> jersey.get("/bills/lost")).hasMessageContaining("no answer");

    assertThat(whence.events()).isEmpty();
  }

  // What the answer says.

  @ParameterizedTest
  @CsvSource({
    "application/json, application/problem+json",
    "application/xml, application/problem+xml",
    "text/html, text/html;charset=utf-8",
    "text/plain, text/plain;charset=utf-8",
    "text/csv, application/problem+json",
  })
  void theRequestSaysInWhichFormat(String accept, String type) {
    ContainerRequest request = RunningJersey.request("GET", "/bills/lost-watched");
    request.header("Accept", accept);

    ContainerResponse answer = jersey().call(request);

    assertThat(answer.getMediaType()).hasToString(type);
    assertThat(text(answer)).contains(whence.event().eventId()).contains("r-1");
    assertThat(text(answer)).doesNotContain("planted-name", "IllegalState", "BillsResource");
  }

  @Test
  void aFailureThatIsNotTheFirstIsAnsweredWithItsOwnEvent() {
    ContainerResponse answer = jersey().get("/monitored-bills/captured-and-lost");

    List<RecordedEvent> events = whence.events();

    assertThat(events).hasSize(2);
    assertThatEvent(events.get(1)).hasException(IllegalStateException.class);
    assertThat(answer.getHeaderString("X-Event-ID")).isEqualTo(events.get(1).eventId());
    assertThat(text(answer)).contains(events.get(1).eventId());
  }

  @Test
  void aFailureThatIsNoEventIsAnsweredWithItsRequestAlone() {
    Whence instance = whence.rebuild(
        builder -> builder.set(Keys.IGNORED_EXCEPTIONS, IllegalStateException.class.getName()));
    RunningJersey jersey = new RunningJersey(bills().register(new WhenceFeature(instance)));

    ContainerResponse answer = jersey.get("/monitored-bills/lost");

    assertThat(answer.getHeaders()).doesNotContainKey("X-Event-ID");
    assertThat(text(answer))
        .contains("\"instance\":\"/ctx/api/monitored-bills/lost\"", "\"requestId\":\"r-1\"")
        .doesNotContain("eventId");
    assertThat(whence.events()).isEmpty();
  }

  @Test
  void theRequestIdGoesInTheHeaderThatTheSettingNames() {
    Whence instance = whence.rebuild(b -> b.set(Keys.REQUEST_ID_HEADER, "X-Call"));
    RunningJersey jersey = new RunningJersey(bills().register(new WhenceFeature(instance)));
    ContainerRequest request = RunningJersey.request("GET", "/bills/lost-watched");
    request.header("X-Call", "c-1");

    ContainerResponse answer = jersey.call(request);

    assertThat(answer.getHeaderString("X-Call")).isEqualTo("c-1");
    assertThat(text(answer)).contains("\"requestId\":\"c-1\"");
  }

  @Test
  void inDevelopmentTheMessageIsToldAndTheEventLinked() {
    Whence instance = whence.rebuild(builder -> builder
        .environment("development")
        .set(Keys.EVENT_URL, "http://localhost:9/events/{event}"));
    RunningJersey jersey = new RunningJersey(bills().register(new WhenceFeature(instance)));

    ContainerResponse answer = jersey.get("/bills/lost-watched");

    assertThat(text(answer))
        .contains("\"detail\":\"lost by planted-name\"")
        .contains("\"link\":\"http://localhost:9/events/" + whence.event().eventId() + '"');
  }

  // What others answer.

  private static Response teapot(Throwable failure) {
    return Response.status(418).entity("teapot: " + failure.getMessage()).build();
  }

  /** For everything, without a priority. */
  public static final class ThrowableAnswer implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
      return teapot(failure);
    }
  }

  /** For exceptions. */
  public static final class ExceptionAnswer implements ExceptionMapper<Exception> {
    @Override
    public Response toResponse(Exception failure) {
      return teapot(failure);
    }
  }

  /** For unchecked exceptions. */
  public static final class RuntimeAnswer implements ExceptionMapper<RuntimeException> {
    @Override
    public Response toResponse(RuntimeException failure) {
      return teapot(failure);
    }
  }

  static Stream<Object> mappers() {
    return Stream.of(
        ThrowableAnswer.class,
        new ThrowableAnswer(),
        ExceptionAnswer.class,
        new ExceptionAnswer(),
        RuntimeAnswer.class,
        new RuntimeAnswer());
  }

  private static ResourceConfig with(ResourceConfig config, Object mapper) {
    return mapper instanceof Class<?> type ? config.register(type) : config.register(mapper);
  }

  @ParameterizedTest
  @MethodSource("mappers")
  void theApplicationsMapperWinsIfRegisteredBefore(Object mapper) {
    RunningJersey jersey = new RunningJersey(with(bills(), mapper).register(everywhere()));

    ContainerResponse answer = jersey.get("/bills/lost");

    assertThat(answer.getEntity()).isEqualTo("teapot: lost by planted-name");
    assertThat(whence.events()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mappers")
  void theApplicationsMapperWinsIfRegisteredAfterwards(Object mapper) {
    RunningJersey jersey = new RunningJersey(with(bills().register(everywhere()), mapper));

    ContainerResponse answer = jersey.get("/bills/lost");

    assertThat(answer.getEntity()).isEqualTo("teapot: lost by planted-name");
    assertThat(whence.events()).isEmpty();
  }

  /** Jersey lists what it allows in any order. */
  private static List<Object> inOrder(List<Object> values) {
    return Stream.of(values.get(0).toString().split(","))
        .sorted()
        .map(Object.class::cast)
        .toList();
  }

  private static Map<String, List<Object>> ownHeaders(ContainerResponse answer) {
    Map<String, List<Object>> headers = new TreeMap<>(answer.getHeaders());
    headers.keySet().removeIf(name -> name.startsWith("X-"));
    headers.computeIfPresent("Allow", (name, values) -> inOrder(values));
    return headers;
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404",
    "GET, /bills/nothing, 404",
    "GET, /bills/number/abc, 404",
    "GET, /bills/number/1?page=x, 404",
    "DELETE, /bills/lost, 405",
    "BREW, /bills/lost, 405",
    "OPTIONS, /bills/lost, 200",
    "HEAD, /bills/number/1, 200",
    "GET, /bills/number/1, 200",
    "GET, /bills/own/not-found, 404",
    "GET, /bills/own/conflict, 409",
    "GET, /bills/own/failed, 500",
    "GET, /bills/own/told, 503",
    "GET, /bills/own/moved, 302",
  })
  void whatHasAnAnswerKeepsIt(String method, String path, int status) {
    ContainerResponse before = new RunningJersey(bills()).call(RunningJersey.request(method, path));

    ContainerResponse answer = jerseyEverywhere().call(RunningJersey.request(method, path));

    assertThat(answer.getStatus()).isEqualTo(status).isEqualTo(before.getStatus());
    assertThat(ownHeaders(answer)).isEqualTo(ownHeaders(before));
    if (!method.equals("OPTIONS")) { // there it is a new page of WADL each time
      assertThat(answer.getEntity()).isEqualTo(before.getEntity());
    }
  }

  @Test
  void aTypeThatNobodyReadsKeepsItsAnswer() {
    ContainerResponse answer =
        jerseyEverywhere().call(RunningJersey.post("/bills", "text/csv", "a;b"));

    assertThat(answer.getStatus()).isEqualTo(415);
    assertThat(answer.hasEntity()).isFalse();
  }

  @Test
  void aTypeThatNobodyWritesKeepsItsAnswer() {
    ContainerRequest request = RunningJersey.request("GET", "/bills/lost");
    request.header("Accept", "image/png");

    ContainerResponse answer = jerseyEverywhere().call(request);

    assertThat(answer.getStatus()).isEqualTo(406);
    assertThat(answer.hasEntity()).isFalse();
  }
}
