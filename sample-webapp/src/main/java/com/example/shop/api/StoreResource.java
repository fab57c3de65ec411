package com.example.shop.api;

import com.example.shop.domain.Pack;
import com.example.shop.market.Account;
import com.example.shop.market.Accounts;
import com.example.shop.market.Products;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;

/** Shows what somebody sells. */
@Path("store/{username}")
@Produces(MediaType.APPLICATION_JSON)
public final class StoreResource {
  private final Accounts accounts;
  private final Products products;

  @Inject
  StoreResource(Accounts accounts, Products products) {
    this.accounts = accounts;
    this.products = products;
  }

  @GET
  public List<Pack> products(@PathParam("username") String username) {
    return products.of(accounts.named(username));
  }

  static URI uriOf(Account seller, UriInfo uri) {
    return uri.getBaseUriBuilder().path(StoreResource.class).build(seller.username());
  }
}
