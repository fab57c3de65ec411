package com.example.shop.api;

import com.example.shop.market.Account;
import com.example.shop.market.Accounts;
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
import jakarta.ws.rs.core.UriInfo;

/** Takes in who wants to sell. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
public final class UsersResource {
  private final Accounts accounts;

  @Inject
  UsersResource(Accounts accounts) {
    this.accounts = accounts;
  }

  @POST
  @Path("register")
  public Response register(@NotNull @Valid Registration wanted, @Context UriInfo uri) {
    Account account = accounts.register(wanted.username(), wanted.email(), wanted.password());
    Whence.current().breadcrumb("business", "user registered", Level.INFO);
    return Response.created(StoreResource.uriOf(account, uri)).entity(account).build();
  }
}
