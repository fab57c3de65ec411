package dev.whence.examples.load;

import dev.whence.Whence;
import dev.whence.event.Level;
import dev.whence.event.User;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Works on a request in two halves, the second one on this thread or on one of a pool, and leaves
 * the request's number in everything that an event can carry.
 */
@Path("work")
public final class WorkResource implements AutoCloseable {
  static final int BREADCRUMBS = 6;

  /**
   * Answers for what goes wrong on threads of the pool: where nobody does, Jersey 3.1.11 on Jetty
   * 12 may fail the exchange while the thread that received it is still at work, and then that or
   * the next answer on the connection is lost, with Whence or without.
   */
  static final class FailureMapper implements ExceptionMapper<IllegalStateException> {
    @Override
    public Response toResponse(IllegalStateException failure) {
      return Response.serverError().entity("failed").build();
    }
  }

  private final ExecutorService pool = Executors.newFixedThreadPool(8);

  ExecutorService pool() {
    return pool;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  @GET
  @Path("done/{number}")
  public String done(@PathParam("number") int number) {
    firstHalf(number);
    return secondHalf(number);
  }

  @GET
  @Path("thrown/{number}")
  public String thrown(@PathParam("number") int number) {
    firstHalf(number);
    leaveBreadcrumbs("second-n" + number);
    Whence.current().tag("number", String.valueOf(number));
    throw new IllegalArgumentException("failure-n" + number);
  }

  @GET
  @Path("resumed/{number}")
  public void resumed(@PathParam("number") int number, @Suspended AsyncResponse response) {
    firstHalf(number);
    onThePool(() -> response.resume(secondHalf(number)));
  }

  @GET
  @Path("resumed_with_failure/{number}")
  public void resumedWithFailure(
      @PathParam("number") int number, @Suspended AsyncResponse response) {
    firstHalf(number);
    onThePool(() -> response.resume(failedHalf(number)));
  }

  @GET
  @Path("staged/{number}")
  public CompletionStage<String> staged(@PathParam("number") int number) {
    firstHalf(number);
    return CompletableFuture.supplyAsync(
        () -> secondHalf(number), Whence.current().wrap(pool));
  }

  @GET
  @Path("stage_failed/{number}")
  public CompletionStage<String> stageFailed(@PathParam("number") int number) {
    firstHalf(number);
    CompletableFuture<String> stage = new CompletableFuture<>();
    onThePool(() -> stage.completeExceptionally(failedHalf(number)));
    return stage;
  }

  private void onThePool(Runnable task) {
    pool.execute(Whence.current().wrap(task));
  }

  private static void firstHalf(int number) {
    Whence.current().user(User.of("user-n" + number));
    leaveBreadcrumbs("first-n" + number);
  }

  private static String secondHalf(int number) {
    IllegalStateException failure = failedHalf(number);
    Whence.current().capture(failure);
    return "done-n" + number;
  }

  private static IllegalStateException failedHalf(int number) {
    leaveBreadcrumbs("second-n" + number);
    Whence.current().tag("number", String.valueOf(number));
    return new IllegalStateException("failure-n" + number);
  }

  private static void leaveBreadcrumbs(String message) {
    for (int i = 0; i < BREADCRUMBS / 2; i++) {
      Whence.current().breadcrumb("work", message, Level.INFO);
    }
  }
}
