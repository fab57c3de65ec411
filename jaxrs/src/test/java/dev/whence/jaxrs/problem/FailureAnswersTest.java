package dev.whence.jaxrs.problem;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.RequestScope;
import dev.whence.ScopeEntry;
import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.junit.WhenceExtension;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.FileNotFoundException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answer for a failure tells, and what it does not. */
class FailureAnswersTest {
  private static final Asked NOTHING = new Asked(null, null);

  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create();

  private FailureAnswers answers() {
    return new FailureAnswers(whence.whence());
  }

  private FailureAnswers development(String name) {
    return new FailureAnswers(whence.rebuild(builder ->
        builder.environment(name).set(Keys.EVENT_URL, "https://planted.example/{event}")));
  }

  private static Asked asking(String accept) {
    URI base = URI.create("http://localhost/");
    ContainerRequest request =
        new ContainerRequest(base, base, "GET", null, new MapPropertiesDelegate(), null);
    request.header("Accept", accept);
    return new Asked(request, request.getUriInfo());
  }

  private static String text(Response answer) {
    return new String((byte[]) answer.getEntity(), StandardCharsets.UTF_8);
  }

  /** A failure whose own code fails. */
  static final class PlantedUnspeakable extends RuntimeException {
    @Override
    public String getMessage() {
      throw new UnsupportedOperationException("planted words");
    }

    @Override
    public String toString() {
      throw new UnsupportedOperationException("planted words");
    }
  }

  static Stream<Throwable> planted() {
    Throwable suppressing = new IllegalStateException("planted");
    suppressing.addSuppressed(new SQLException("select planted from planted_table"));
    return Stream.of(
        new IllegalStateException("planted secret"),
        new IllegalStateException(new FileNotFoundException("/srv/planted/keys.pem")),
        new RuntimeException(
            "planted outer", new SQLException("planted inner", new Error("planted innermost"))),
        suppressing,
        new PlantedUnspeakable(),
        new NoClassDefFoundError("com/planted/Missing"),
        new StackOverflowError("planted"),
        new FileNotFoundException("C:\\planted\\x"));
  }

  static Stream<Arguments> plantedInEachFormat() {
    return planted()
        .flatMap(failure -> Stream.of(ProblemFormat.values())
            .map(format -> Arguments.of(failure.getClass().getSimpleName(), failure, format)));
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("plantedInEachFormat")
  void nothingOfTheFailureIsTold(String name, Throwable failure, ProblemFormat format) {
    FailureAnswers answers = new FailureAnswers(
        whence.rebuild(builder -> builder.set(Keys.EVENT_URL, "https://planted.example/{event}")));

    Response answer = answers.answer(failure, asking(format.mediaType()));

    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(answer.getHeaderString("Content-Type")).isEqualTo(format.mediaType());
    assertThat(text(answer) + answer.getStringHeaders())
        .contains(whence.event().eventId())
        .doesNotContainIgnoringCase("planted", "Exception", "java", "whence", "\tat ", ".pem");
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production", "test", "developer", "prod-dev"})
  void detailsAreForDevelopmentAlone(String environment) {
    Response answer =
        development(environment).answer(new IllegalStateException("planted"), NOTHING);

    assertThat(text(answer)).doesNotContain("planted", "detail", "link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"development", "dev", "Development"})
  void inDevelopmentTheMessageAndTheLinkAreTold(String environment) {
    Response answer =
        development(environment).answer(new IllegalStateException("no\nbill"), NOTHING);

    assertThat(text(answer))
        .contains("\"detail\":\"no bill\"")
        .contains("\"link\":\"https://planted.example/" + whence.event().eventId() + '"')
        .doesNotContain("IllegalStateException");
  }

  @Test
  void inDevelopmentAMessageThatCannotBeToldIsLeftOut() {
    Response answer = development("development").answer(new PlantedUnspeakable(), NOTHING);

    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(text(answer)).doesNotContain("detail").contains("link");
  }

  @Test
  void inDevelopmentThereIsNoLinkToNoEvent() {
    FailureAnswers answers = new FailureAnswers(whence.rebuild(builder -> builder
        .environment("development")
        .set(Keys.IGNORED_EXCEPTIONS, IllegalStateException.class.getName())
        .set(Keys.EVENT_URL, "https://planted.example/{event}")));

    assertThat(text(answers.answer(new IllegalStateException(), NOTHING)))
        .doesNotContain("link", "detail");
  }

  @Test
  void anAnswerThatTheFailureBringsIsTheAnswer() {
    Response own = Response.status(503).entity("later").build();

    assertThat(answers().answer(new ServiceUnavailableException(own), NOTHING)).isSameAs(own);

    assertThat(whence.events()).isEmpty();
  }

  @Test
  void outsideARequestTheFailureIsAnEventAtOnce() {
    Response answer = answers().answer(new IllegalStateException("x"), NOTHING);

    assertThatEvent(whence.event()).hasException(IllegalStateException.class);
    assertThat(answer.getHeaderString("X-Event-ID")).isEqualTo(whence.event().eventId());
    assertThat(answer.getStringHeaders()).doesNotContainKey("X-Request-ID");
  }

  @Test
  void aRefusalIsNoEventAndNamesTheRequest() {
    RequestScope scope = whence.whence().open("018f3c2e-0000-7000-8000-0000000000ff");
    try (ScopeEntry entry = scope.enter()) {
      Response answer = answers().refuse(List.of(new Violation("name", "must be")), NOTHING);

      assertThat(answer.getStatus()).isEqualTo(400);
      assertThat(answer.getHeaderString("X-Request-ID")).isEqualTo(scope.requestId());
      assertThat(text(answer))
          .contains("\"instance\":\"urn:uuid:018f3c2e-0000-7000-8000-0000000000ff\"")
          .contains("\"errors\":[{\"field\":\"name\",\"message\":\"must be\"}]");
    }
    assertThat(scope.eventId()).isEmpty();
  }

  private static <T> T broken(Class<T> type, Throwable fault) {
    InvocationHandler handler = (proxy, method, arguments) -> {
      throw fault;
    };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Response answer(FailureAnswers answers, @Nullable HttpHeaders headers) {
    return answers.answer(new IllegalStateException("x"), new Asked(headers, null));
  }

  @Test
  void headersThatCannotBeReadMeanJson() {
    Response answer = answer(answers(), broken(HttpHeaders.class, new IllegalStateException("no")));

    assertThat(answer.getHeaderString("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void aPathThatCannotBeReadIsLeftOut() {
    Asked asked = new Asked(null, broken(UriInfo.class, new IllegalStateException("no")));

    Response answer = answers().answer(new IllegalStateException("x"), asked);

    assertThat(text(answer)).contains("eventId");
  }

  @Test
  void whatFailsHereIsAFaultAndTheAnswerBare() {
    Whence instance = whence.whence();
    HttpHeaders headers = broken(HttpHeaders.class, new LinkageError("no"));

    Response answer = answer(answers(), headers);
    Response refusal = answers().refuse(List.of(), new Asked(headers, null));

    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(refusal.getStatus()).isEqualTo(400);
    assertThat(answer.hasEntity()).isFalse();
    assertThat(instance.health().faults()).containsEntry("problem", 2L);
  }
}
