package dev.whence.jaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.jaxrs.WhenceFeature;
import dev.whence.junit.WhenceExtension;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an application finds of Whence where that only observes: nothing. */
class ObservingTest {
  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create().failOnFaults();

  /** Carries another. */
  static final class Wrapping extends RuntimeException {
    Wrapping(Throwable cause) {
      super(cause);
    }
  }

  @Path("/wrapping")
  public static class WrappingResource {
    @GET
    public String get() {
      throw new Wrapping(new IllegalStateException("inside"));
    }
  }

  /** Leaves the answer to the mapper of what is inside, if there is one. */
  public static final class UnwrappingMapper implements ExceptionMapper<Wrapping> {
    @Context
    private @Nullable Providers providers;

    @Override
    @SuppressWarnings("unchecked") // the mapper of a class maps its instances
    public Response toResponse(Wrapping failure) {
      Throwable inside = failure.getCause();
      ExceptionMapper<Throwable> mapper = providers == null || inside == null
          ? null
          : (ExceptionMapper<Throwable>) providers.getExceptionMapper(inside.getClass());
      return mapper == null ? Response.status(422).build() : mapper.toResponse(inside);
    }
  }

  /** Answers whatever nobody else does. */
  public static final class CatchAll implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
      return Response.status(599).build();
    }
  }

  private ResourceConfig application() {
    return new ResourceConfig(WrappingResource.class, UnwrappingMapper.class)
        .register(new WhenceFeature(whence.whence()));
  }

  @Test
  void aMapperThatAsksForAnotherFindsNoneOfWhences() {
    assertThat(new RunningJersey(application()).get("/wrapping").getStatus()).isEqualTo(422);
    assertThat(whence.events()).isEmpty();
  }

  @Test
  void aMapperThatAsksForAnotherFindsTheApplicationsOwn() {
    RunningJersey jersey = new RunningJersey(application().register(CatchAll.class));

    assertThat(jersey.get("/wrapping").getStatus()).isEqualTo(599);
  }
}
