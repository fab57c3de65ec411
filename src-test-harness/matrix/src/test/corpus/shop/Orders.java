package shop;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Bugs of a JAX-RS resource, the same on each engine. */
@Path("orders")
public class Orders {
  // unrelated
  static final List<String> BUGS = List.of(
      "plain", "service", "lambda", "null", "stage", "sub", "checked", "error", "overflow",
      "wrapped");

  /** Only Jersey tells of exceptions that are answers. */
  static final List<String> ANSWERS = List.of("unavailable", "upstream", "busy");

  @GET
  @Path("plain/{id}")
  public String plain(@PathParam("id") int id) {
    throw new IllegalStateException("no order " + id);
  }

  @GET
  @Path("service/{id}")
  public String service(@PathParam("id") int id) {
    return new Warehouse().find(id);
  }

  @GET
  @Path("lambda/{id}")
  public String lambda(@PathParam("id") int id) {
    return List.of(id).stream()
        .map(each -> {
          if (each > 0) {
            throw new IllegalStateException("no lamp " + each);
          }
          return "lamp";
        })
        .toList()
        .toString();
  }

  @GET
  @Path("null/{id}")
  public String nothing(@PathParam("id") int id) {
    String name = id < 0 ? "ada" : null;
    return name.trim();
  }

  @GET
  @Path("stage/{id}")
  public CompletionStage<String> stage(@PathParam("id") int id) {
    return CompletableFuture.supplyAsync(() -> new Warehouse().count(id));
  }

  @Path("sub")
  public Lines sub() {
    return new Lines();
  }

  public static class Lines {
    @GET
    @Path("{id}")
    public String line(@PathParam("id") int id) {
      throw new IllegalStateException("no line " + id);
    }
  }

  @GET
  @Path("unavailable/{id}")
  public String unavailable(@PathParam("id") int id) {
    throw answer(id, 503);
  }

  @GET
  @Path("upstream/{id}")
  public String upstream(@PathParam("id") int id) {
    throw answer(id, 502);
  }

  @GET
  @Path("busy/{id}")
  public String busy(@PathParam("id") int id) {
    throw new jakarta.ws.rs.ServiceUnavailableException((long) id);
  }

  private static WebApplicationException answer(int id, int status) {
    return new WebApplicationException("no answer for " + id, status);
  }

  @GET
  @Path("checked/{id}")
  public String checked(@PathParam("id") int id) throws Exception {
    throw new java.io.IOException("no file " + id);
  }

  @GET
  @Path("error/{id}")
  public String error(@PathParam("id") int id) {
    throw new AssertionError("order " + id + " is odd");
  }

  @GET
  @Path("overflow/{id}")
  public String overflow(@PathParam("id") int id) {
    return new Warehouse().ping(id);
  }

  @GET
  @Path("wrapped/{id}")
  public String wrapped(@PathParam("id") int id) {
    try {
      return new Warehouse().find(id);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("order " + id, e);
    }
  }
}
