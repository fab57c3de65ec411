package org.example.contract;

import dev.whence.Whence;
import dev.whence.event.Level;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.TimeUnit;
import org.example.contract.mapped.Failures;

/** Requests that are suspended. */
@Path("async")
@Produces("text/plain")
public class AsyncResource {
  @GET
  @Path("entity")
  public void entity(@Suspended AsyncResponse response) {
    Workers.LATER.execute(() -> response.resume("resumed"));
  }

  @GET
  @Path("at-once")
  public void atOnce(@Suspended AsyncResponse response) {
    response.resume(new IllegalStateException("at once"));
  }

  @GET
  @Path("wrapped/{shop}")
  public void wrapped(@Suspended AsyncResponse response, @PathParam("shop") String shop) {
    Whence.current().breadcrumb("shop", "suspended", Level.INFO);
    Workers.LATER.execute(Whence.current().wrap(() -> {
      Whence.current().breadcrumb("shop", "about to resume", Level.INFO);
      response.resume(new IllegalStateException("wrapped " + shop));
    }));
  }

  @GET
  @Path("unwrapped/{shop}")
  public void unwrapped(@Suspended AsyncResponse response, @PathParam("shop") String shop) {
    Workers.LATER.execute(() -> response.resume(new IllegalStateException("unwrapped " + shop)));
  }

  @GET
  @Path("conflict")
  public void conflict(@Suspended AsyncResponse response) {
    Workers.LATER.execute(() -> response.resume(new Failures.Conflict()));
  }

  @GET
  @Path("broken")
  public void broken(@Suspended AsyncResponse response) {
    Workers.LATER.execute(() -> response.resume(new Failures.Broken()));
  }

  @GET
  @Path("status/{status}")
  public void status(@Suspended AsyncResponse response, @PathParam("status") int status) {
    Workers.LATER.execute(() -> response.resume(Response.status(status).build()));
  }

  @GET
  @Path("timeout")
  public void timeout(@Suspended AsyncResponse response) {
    response.setTimeout(20, TimeUnit.MILLISECONDS);
  }

  @GET
  @Path("timeout/handled")
  public void handledTimeout(@Suspended AsyncResponse response) {
    response.setTimeoutHandler(late -> late.resume("in spite of the timeout"));
    response.setTimeout(20, TimeUnit.MILLISECONDS);
  }

  @GET
  @Path("cancel")
  public void cancel(@Suspended AsyncResponse response) {
    Workers.LATER.execute(response::cancel);
  }

  @GET
  @Path("thrown")
  public void thrown(@Suspended AsyncResponse response) {
    throw new IllegalStateException("thrown although suspended " + response.isSuspended());
  }
}
