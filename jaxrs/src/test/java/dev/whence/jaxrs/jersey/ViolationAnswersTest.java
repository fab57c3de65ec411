package dev.whence.jaxrs.jersey;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.jaxrs.Monitored;
import dev.whence.jaxrs.WhenceFeature;
import dev.whence.junit.WhenceExtension;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered in Jersey when a validation fails. */
class ViolationAnswersTest {
  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create().failOnFaults();

  /** Something to validate. */
  public record Form(@NotBlank(message = "give a name") String name) {}

  /** Validates as an engine would. */
  @Path("/forms")
  public static class FormsResource {
    /** The same, monitored. */
    @Path("/monitored-forms")
    @Monitored
    public static final class Watched extends FormsResource {}

    @GET
    @Path("sent")
    public String sent() throws NoSuchMethodException {
      throw new ConstraintViolationException(VALIDATOR
          .forExecutables()
          .validateParameters(
              this, FormsResource.class.getMethod("take", Form.class), new Object[] {new Form(" ")
              }));
    }

    public void take(@Valid Form form) {}

    @GET
    @Path("own")
    public String own() {
      throw new ConstraintViolationException(VALIDATOR.validate(new Form(" ")));
    }

    @GET
    @Path("none")
    public String none() {
      throw new ConstraintViolationException(Set.of());
    }

    @GET
    @Path("other")
    public String other() {
      throw new ValidationException("cannot validate");
    }

    @GET
    @Path("returned")
    public String returned() throws NoSuchMethodException {
      throw new ConstraintViolationException(VALIDATOR
          .forExecutables()
          .validateReturnValue(this, FormsResource.class.getMethod("nothing"), ""));
    }

    @Size(min = 1)
    public String nothing() {
      return "";
    }
  }

  private static ResourceConfig forms() {
    return new ResourceConfig(FormsResource.class, FormsResource.Watched.class);
  }

  private RunningJersey jersey() {
    return new RunningJersey(forms().register(new WhenceFeature(whence.whence())));
  }

  private static String text(ContainerResponse answer) {
    return new String((byte[]) answer.getEntity(), StandardCharsets.UTF_8);
  }

  @Test
  void whatWasSentIsTheClientsFaultAndNoEvent() {
    ContainerResponse answer = jersey().get("/monitored-forms/sent");

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getMediaType()).hasToString("application/problem+json");
    assertThat(text(answer))
        .contains("\"title\":\"Bad Request\",\"status\":400")
        .contains("\"errors\":[{\"field\":\"name\",\"message\":\"give a name\"}]")
        .doesNotContain("eventId");
    assertThat(answer.getHeaders()).doesNotContainKey("X-Event-ID");
    assertThat(whence.events()).isEmpty();
  }

  @Test
  void whatTheApplicationValidatedOnItsWayIsItsOwnFailure() {
    ContainerResponse answer = jersey().get("/monitored-forms/own");

    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(text(answer)).doesNotContain("give a name", "field");
    assertThatEvent(whence.event()).hasException(ConstraintViolationException.class);
  }

  @Test
  void theSettingWorksLikeTheAnnotation() {
    Whence instance = whence.rebuild(builder -> builder.set(Keys.PROBLEM_ANSWERS, "true"));
    RunningJersey jersey = new RunningJersey(forms().register(new WhenceFeature(instance)));

    assertThat(jersey.get("/forms/sent").getStatus()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"returned", "none", "other"})
  void anythingElseIsAFailure(String path) {
    ContainerResponse answer = jersey().get("/monitored-forms/" + path);

    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(text(answer)).contains(whence.event().eventId()).doesNotContain("errors");
    assertThatEvent(whence.event()).isUnhandled().hasStatus(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sent", "returned", "none", "other"})
  void whatIsNotMonitoredIsLeftAlone(String path) {
    RunningJersey jersey = jersey();

    assertThatThrownBy(() -> jersey.get("/forms/" + path)).hasMessageContaining("no answer");

    assertThatEvent(whence.event()).isUnhandled();
  }

  private static Response own() {
    return Response.status(422).entity("own").build();
  }

  /** For all of validation. */
  public static final class ValidationAnswer implements ExceptionMapper<ValidationException> {
    @Override
    public Response toResponse(ValidationException failure) {
      return own();
    }
  }

  /** For violations. */
  public static final class ViolationAnswer
      implements ExceptionMapper<ConstraintViolationException> {
    @Override
    public Response toResponse(ConstraintViolationException failure) {
      return own();
    }
  }

  /** For unchecked exceptions. */
  public static final class RuntimeAnswer implements ExceptionMapper<RuntimeException> {
    @Override
    public Response toResponse(RuntimeException failure) {
      return own();
    }
  }

  /** For everything. */
  public static final class ThrowableAnswer implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
      return own();
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {ValidationAnswer.class, ViolationAnswer.class, RuntimeAnswer.class})
  void theApplicationsMapperWins(Class<?> mapper) {
    RunningJersey before =
        new RunningJersey(forms().register(mapper).register(new WhenceFeature(whence.whence())));
    RunningJersey after =
        new RunningJersey(forms().register(new WhenceFeature(whence.whence())).register(mapper));

    assertThat(before.get("/monitored-forms/sent").getEntity()).isEqualTo("own");
    assertThat(after.get("/monitored-forms/sent").getEntity()).isEqualTo("own");
    assertThat(whence.events()).isEmpty();
  }

  /** Jersey does not tell a mapper for everything from ours, when it is asked for a class. */
  @Test
  void aMapperForEverythingIsNotAskedAboutViolations() {
    RunningJersey jersey = new RunningJersey(
        forms().register(ThrowableAnswer.class).register(new WhenceFeature(whence.whence())));

    assertThat(jersey.get("/monitored-forms/sent").getStatus()).isEqualTo(400);
    assertThat(jersey.get("/forms/sent").getEntity()).isEqualTo("own");
    assertThat(jersey.get("/monitored-forms/other").getEntity()).isEqualTo("own");
  }
}
