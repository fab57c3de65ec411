package com.example.shop.api;

import com.example.shop.domain.Pack;
import com.example.shop.domain.PriceException;
import com.example.shop.domain.PriceList;
import com.example.shop.market.Account;
import com.example.shop.market.Products;
import dev.whence.Whence;
import dev.whence.event.Level;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

/** Takes in products, and finds out only then whether they have a price. */
@Path("products")
@Produces(MediaType.APPLICATION_JSON)
public final class ProductsResource {
  private final Products products;
  private final PriceList prices;

  @Inject
  ProductsResource(Products products, PriceList prices) {
    this.products = products;
    this.prices = prices;
  }

  /** Who is not logged in sells for the house. */
  @POST
  public Response create(
      @NotNull @Valid NewPack wanted, @Context SecurityContext context, @Context UriInfo uri) {
    Account seller = TokenFilter.sellerOf(context);
    Pack product = wanted.pack();
    products.add(seller, product);
    Whence.current().breadcrumb("business", "product created", Level.INFO);
    return Response.created(StoreResource.uriOf(seller, uri))
        .entity(new Offer(product.name(), priceOf(product)))
        .build();
  }

  /** Captures by hand, to say what was being done; what is thrown on adds to that event. */
  private int priceOf(Pack product) {
    try {
      return prices.centsForEach(product);
    } catch (PriceException e) {
      Whence.current().capture(e, scope -> scope.tag("operation", "create_product"));
      throw e;
    }
  }

  /** What a product costs. */
  public record Offer(String name, int centsForEach) {}
}
