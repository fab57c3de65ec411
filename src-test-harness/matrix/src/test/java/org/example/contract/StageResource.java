package org.example.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.example.contract.mapped.Failures;

/** Methods that return stages. */
@Path("stages")
@Produces("text/plain")
public class StageResource {
  @GET
  @Path("entity")
  public CompletionStage<String> entity() {
    return CompletableFuture.supplyAsync(() -> "staged", Workers.LATER);
  }

  @GET
  @Path("failed")
  public CompletionStage<String> failed() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    Workers.LATER.execute(() -> stage.completeExceptionally(new IllegalStateException("stage")));
    return stage;
  }

  @GET
  @Path("wrapped")
  public CompletionStage<String> failedWithWrapper() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    Workers.LATER.execute(() -> stage.completeExceptionally(
        new CompletionException(new IllegalStateException("stage within"))));
    return stage;
  }

  @GET
  @Path("conflict")
  public CompletionStage<String> conflict() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    Workers.LATER.execute(() -> stage.completeExceptionally(new Failures.Conflict()));
    return stage;
  }

  @GET
  @Path("unavailable")
  public CompletionStage<Response> unavailable() {
    return CompletableFuture.supplyAsync(() -> Response.status(503).build(), Workers.LATER);
  }
}
