package org.example.contract;

import dev.whence.Whence;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import org.example.contract.mapped.Failures;

/** Methods that throw. */
@Path("failures")
@Produces("text/plain")
public class FailureResource {
  @GET
  @Path("{kind}")
  public String fail(@PathParam("kind") String kind) {
    throw failure(kind);
  }

  @GET
  @Path("as/checked")
  public String checked() throws IOException {
    throw new IOException("checked");
  }

  @GET
  @Path("as/error")
  public String error() {
    throw new AssertionError("error");
  }

  @GET
  @Path("web/{status}")
  public String web(@PathParam("status") int status) {
    throw new WebApplicationException(status);
  }

  @GET
  @Path("web/{status}/entity")
  public String webWithEntity(@PathParam("status") int status) {
    throw new WebApplicationException(
        Response.status(status).type("text/plain").entity("entity of " + status).build());
  }

  @GET
  @Path("captured")
  public String captured() {
    IllegalStateException failure = new IllegalStateException("captured");
    Whence.current().capture(failure);
    throw failure;
  }

  @GET
  @Path("captured/answered")
  public String capturedAndAnswered() {
    Whence.current().capture(new IllegalStateException("captured and answered"));
    return "answered";
  }

  @GET
  @Path("captured/mapped")
  public String capturedAndMapped() {
    Failures.Conflict failure = new Failures.Conflict();
    Whence.current().capture(failure);
    throw failure;
  }

  private static RuntimeException failure(String kind) {
    return switch (kind) {
      case "runtime" -> new IllegalStateException("runtime");
      case "caused" -> new IllegalStateException("outer", new IllegalArgumentException("inner"));
      case "not-found" -> new NotFoundException("no such thing");
      case "redirection" ->
        new RedirectionException(Response.Status.SEE_OTHER, URI.create("http://localhost/x"));
      case "not-authorized" -> new NotAuthorizedException("Basic");
      case "unavailable" -> new ServiceUnavailableException(7L);
      case "internal" ->
        new InternalServerErrorException("outer", new IllegalStateException("inner"));
      case "mapped-conflict" -> new Failures.Conflict();
      case "mapped-subclass" -> new Failures.SpecialConflict();
      case "mapped-broken" -> new Failures.Broken();
      case "mapped-forgiven" -> new Failures.Forgiven();
      case "mapped-doomed" -> new Failures.Doomed();
      case "mapped-silent" -> new Failures.Silent();
      case "mapped-softened" -> new Failures.Softened();
      case "mapped-hardened" -> new Failures.Hardened();
      default -> new NotFoundException("no kind of failure: " + kind);
    };
  }
}
