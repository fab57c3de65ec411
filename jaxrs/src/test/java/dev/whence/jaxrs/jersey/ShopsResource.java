package dev.whence.jaxrs.jersey;

import dev.whence.Whence;
import dev.whence.event.Level;
import dev.whence.jaxrs.Monitored;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.glassfish.jersey.server.ManagedAsync;
import org.slf4j.MDC;

/** A resource for each kind of trouble. */
@Path("/shops/{shop : [a-z]+}")
@Monitored(tags = {"team=shop", "tier = 1"})
public class ShopsResource {
  /** The application's own failure, which its mapper answers with 409. */
  static final class Conflict extends RuntimeException {}

  /** A failure whose mapper answers with 502. */
  static final class Upstream extends RuntimeException {}

  /** A failure whose mapper always gives the same answer. */
  static final class Closed extends RuntimeException {}

  /** A failure whose mapper fails itself. */
  static final class Doomed extends RuntimeException {}

  @GET
  @Path("orders/{id: \\d{1,9}}")
  public String order(@PathParam("id") int id, @QueryParam("page") int page) {
    Whence.current().breadcrumb("shop", "order " + id, Level.INFO);
    throw new IllegalStateException("no such order");
  }

  @POST
  @Path("orders")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.TEXT_PLAIN)
  public String create(String order) {
    return order;
  }

  @GET
  @Path("fine")
  public String fine() {
    return "fine";
  }

  @GET
  @Path("conflict")
  public String conflict() {
    throw new Conflict();
  }

  @GET
  @Path("captured-conflict")
  public String capturedConflict() {
    Whence.current().capture("before it", Level.INFO);
    throw new Conflict();
  }

  @GET
  @Path("upstream")
  public String upstream() {
    throw new Upstream();
  }

  @GET
  @Path("doomed")
  public String doomed() {
    throw new Doomed();
  }

  @GET
  @Path("bad")
  public String bad() {
    throw new BadRequestException("bad");
  }

  @GET
  @Path("unavailable")
  public String unavailable() {
    throw new ServiceUnavailableException(Response.status(503).entity("later").build());
  }

  @GET
  @Path("answered")
  public Response answered() {
    return Response.status(504).build();
  }

  @GET
  @Path("resumed")
  public void resumed(@Suspended AsyncResponse response) {
    new Thread(Whence.current().wrap(() -> {
          Whence.current().breadcrumb("async", "resumed", Level.INFO);
          response.resume(new IllegalStateException("resumed with this"));
        }))
        .start();
  }

  @GET
  @Path("stage")
  public CompletionStage<String> stage() {
    return CompletableFuture.failedFuture(new Conflict());
  }

  @GET
  @Path("task")
  public CompletionStage<String> task() {
    return CompletableFuture.supplyAsync(() -> "never", Whence.current().wrap(Runnable::run))
        .thenApply(text -> {
          throw new Conflict();
        });
  }

  @GET
  @Path("cut")
  public StreamingOutput cut() {
    return out -> {
      out.write(new byte[100_000]);
      throw new IllegalStateException("cut");
    };
  }

  @GET
  @Path("closed")
  public String closed() {
    throw new Closed();
  }

  @GET
  @Path("logged")
  public String logged() {
    return MDC.get("requestId");
  }

  @GET
  @Path("managed")
  @ManagedAsync
  public void managed(@Suspended AsyncResponse response) {
    Whence.current().breadcrumb("async", "managed", Level.INFO);
    response.resume(Thread.currentThread().getName() + ' ' + MDC.get("requestId"));
  }

  @GET
  @Path("languages")
  public String languages(@Context HttpHeaders headers) {
    return headers.getAcceptableLanguages().toString();
  }

  @Path("sold")
  public Stock sold() {
    throw new NotFoundException("no such stock");
  }

  @Path("stock")
  public Stock stock() {
    return new Stock();
  }

  /** A resource behind a locator. */
  public static class Stock {
    @GET
    @Path("{article}/count")
    public String count() {
      throw new IllegalStateException("cannot count");
    }
  }
}
