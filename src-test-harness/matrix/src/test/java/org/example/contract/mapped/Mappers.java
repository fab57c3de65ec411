package org.example.contract.mapped;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The application's own mappers. */
public final class Mappers {
  private Mappers() {}

  public static Set<Class<?>> all() {
    return Set.of(
        OfConflict.class,
        OfBroken.class,
        OfForgiven.class,
        OfDoomed.class,
        OfSilent.class,
        OfSoftened.class,
        OfHardened.class);
  }

  private static Response answer(int status, Throwable failure) {
    return Response.status(status)
        .type("text/plain")
        .entity("mapped " + failure.getMessage())
        .build();
  }

  @Provider
  public static final class OfConflict implements ExceptionMapper<Failures.Conflict> {
    @Override
    public Response toResponse(Failures.Conflict failure) {
      return answer(409, failure);
    }
  }

  @Provider
  public static final class OfBroken implements ExceptionMapper<Failures.Broken> {
    @Override
    public Response toResponse(Failures.Broken failure) {
      return answer(500, failure);
    }
  }

  @Provider
  public static final class OfForgiven implements ExceptionMapper<Failures.Forgiven> {
    @Override
    public Response toResponse(Failures.Forgiven failure) {
      return answer(200, failure);
    }
  }

  @Provider
  public static final class OfDoomed implements ExceptionMapper<Failures.Doomed> {
    @Override
    public Response toResponse(Failures.Doomed failure) {
      throw new UnsupportedOperationException("no answer to " + failure.getMessage());
    }
  }

  @Provider
  public static final class OfSilent implements ExceptionMapper<Failures.Silent> {
    @Override
    public @Nullable Response toResponse(Failures.Silent failure) {
      return null;
    }
  }

  @Provider
  public static final class OfSoftened implements ExceptionMapper<Failures.Softened> {
    @Override
    public Response toResponse(Failures.Softened failure) {
      return answer(404, failure);
    }
  }

  @Provider
  public static final class OfHardened implements ExceptionMapper<Failures.Hardened> {
    @Override
    public Response toResponse(Failures.Hardened failure) {
      return answer(503, failure);
    }
  }
}
