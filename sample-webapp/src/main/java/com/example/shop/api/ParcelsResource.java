package com.example.shop.api;

import com.example.shop.domain.Cart;
import com.example.shop.domain.Parcels;
import dev.whence.Whence;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Leaves what takes time to a thread of its own, {@code shop-parcels}: answers come from there.
 *
 * <p>One for all requests, until the API is closed.
 */
@Path("parcels/{id}")
@Singleton
public final class ParcelsResource {
  private final Parcels parcels;
  private final ExecutorService worker = Executors.newSingleThreadExecutor(ParcelsResource::daemon);

  @Inject
  ParcelsResource(Parcels parcels) {
    this.parcels = parcels;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "shop-parcels");
    thread.setDaemon(true);
    return thread;
  }

  /** Resumes with a failure. */
  @POST
  @Path("label")
  public void printLabel(@Suspended AsyncResponse answer) {
    carried().execute(() -> {
      try {
        parcels.printLabel(Cart.ofDemo());
        answer.resume("printed");
      } catch (RuntimeException e) {
        answer.resume(e);
      }
    });
  }

  /** Ends in a failure if the parcel was delivered. */
  @GET
  @Path("whereabouts")
  public CompletionStage<String> whereabouts(@PathParam("id") String id) {
    return CompletableFuture.supplyAsync(() -> placeOf(id), carried());
  }

  private String placeOf(String id) {
    String place = parcels.whereabouts(id);
    if (place == null) {
      throw new NotFoundException();
    }
    return place;
  }

  /** Returns the worker with the request at hand: breadcrumbs from there belong to it. */
  private Executor carried() {
    Executor executor = worker;
    return Whence.current().wrap(executor);
  }

  @PreDestroy
  void close() {
    worker.shutdownNow();
  }
}
