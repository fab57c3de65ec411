package dev.whence.jaxrs.jersey;

import dev.whence.Whence;
import dev.whence.jaxrs.Monitored;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** A resource that is not monitored, but for one method. */
@Path("/bills")
public class BillsResource {
  /** The same, monitored. */
  @Path("/monitored-bills")
  @Monitored
  public static final class Watched extends BillsResource {}

  @GET
  @Path("lost")
  @Produces({MediaType.APPLICATION_JSON, "text/csv"})
  public String lost() {
    throw new IllegalStateException("lost by planted-name");
  }

  @GET
  @Path("lost-watched")
  @Monitored
  public String lostWatched() {
    throw new IllegalStateException("lost by planted-name");
  }

  @GET
  @Path("captured-and-lost")
  public String capturedAndLost() {
    Whence.current().capture(new IOException("before it"));
    throw new IllegalStateException("lost");
  }

  @GET
  @Path("checked")
  public String checked() throws IOException {
    throw new IOException("no disk");
  }

  @GET
  @Path("grave")
  public String grave() {
    throw new StackOverflowError("deep");
  }

  @GET
  @Path("resumed")
  public void resumed(@Suspended AsyncResponse response) {
    new Thread(() -> response.resume(new IllegalStateException("elsewhere"))).start();
  }

  @GET
  @Path("staged/{kind}")
  public void staged(@PathParam("kind") String kind, @Suspended AsyncResponse response) {
    Exception failure = kind.equals("lost")
        ? new IllegalStateException("lost")
        : kind.equals("mapped") ? new ShopsResource.Conflict() : new NotFoundException("no bill");
    response.resume(new CompletionException(new ExecutionException(failure)));
  }

  @GET
  @Path("number/{n}")
  public String number(@PathParam("n") int n, @QueryParam("page") int page) {
    return "n" + n;
  }

  @POST
  @Consumes(MediaType.TEXT_PLAIN)
  @Produces(MediaType.TEXT_PLAIN)
  public String create(String bill) {
    return bill;
  }

  @GET
  @Path("own/{kind}")
  public String own(@PathParam("kind") String kind) {
    throw switch (kind) {
      case "not-found" -> new NotFoundException("no bill");
      case "conflict" ->
        new ClientErrorException(Response.status(409).entity("taken").build());
      case "failed" -> new InternalServerErrorException("bare");
      case "told" ->
        new ServerErrorException(
            Response.status(503).header("Retry-After", "7").entity("later").build());
      default -> new RedirectionException(302, URI.create("/elsewhere"));
    };
  }
}
