package com.example.shop.api;

import com.example.shop.market.Accounts;
import dev.whence.Whence;
import dev.whence.event.Level;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Lets in and out. A failed login leaves a breadcrumb that does not say whose it was. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
public final class AuthResource {
  private final Accounts accounts;

  @Inject
  AuthResource(Accounts accounts) {
    this.accounts = accounts;
  }

  @POST
  @Path("login")
  public Token login(@NotNull @Valid Login login) {
    return accounts
        .login(login.username(), login.password())
        .map(Token::new)
        .orElseThrow(AuthResource::refusal);
  }

  private static NotAuthorizedException refusal() {
    Whence.current().breadcrumb("auth", "login failed", Level.WARNING);
    return new NotAuthorizedException(TokenFilter.SCHEME);
  }

  @POST
  @Path("logout")
  public void logout(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    accounts.logout(TokenFilter.tokenIn(authorization));
    Whence.current().breadcrumb("auth", "logged out", Level.INFO);
  }
}
