package com.example.shop.api;

import com.example.shop.stock.Carrier;
import com.example.shop.stock.Shelf;
import com.example.shop.stock.Stockroom;
import dev.whence.Whence;
import dev.whence.jaxrs.Traced;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Takes stock, one shelf after the other: nothing fails, but its trace shows where time goes. */
@Path("stocktaking")
@Produces(MediaType.APPLICATION_JSON)
public final class StocktakingResource {
  private final Stockroom stockroom;
  private final Carrier carrier;

  @Inject
  StocktakingResource(Stockroom stockroom, Carrier carrier) {
    this.stockroom = stockroom;
    this.carrier = carrier;
  }

  /** Asks the database once for every shelf, as shops with bugs do. */
  @GET
  @Traced("take stock")
  public Map<String, Object> take(@Context UriInfo uri) throws SQLException {
    List<Shelf> shelves = stockroom.shelves();
    int pieces = 0;
    for (Shelf shelf : shelves) {
      pieces += stockroom.piecesOn(shelf);
    }
    Whence.current().measure("stock.pieces", pieces, "none");
    int cents = carrier.centsFor(pieces, uri.getBaseUri());
    return Map.of("shelves", shelves.size(), "pieces", pieces, "cents", cents);
  }

  /** Answers in the carrier's place, where no other is named. */
  @GET
  @Path("carriage")
  public Map<String, Integer> carriage() throws InterruptedException {
    return Whence.current().trace("carrier.quote", "look up the tariff", () -> {
      Thread.sleep(20);
      return Map.of("cents", 3);
    });
  }
}
