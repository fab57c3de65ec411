package com.example.shop.api;

import com.example.shop.market.Account;
import com.example.shop.market.Accounts;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Says whose token a request brings. Those without one are let through, as nobody's. */
@Priority(Priorities.AUTHENTICATION)
public final class TokenFilter implements ContainerRequestFilter {
  static final String SCHEME = "Bearer";

  private final Accounts accounts;

  @Inject
  TokenFilter(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String token = tokenIn(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    boolean isSecure = request.getSecurityContext().isSecure();
    accounts
        .loggedIn(token)
        .ifPresent(account -> request.setSecurityContext(new LoggedIn(account, isSecure)));
  }

  /** Returns the token, empty if there is none. */
  static String tokenIn(@Nullable String authorization) {
    String start = SCHEME + ' ';
    return authorization != null && authorization.startsWith(start)
        ? authorization.substring(start.length()).strip()
        : "";
  }

  /** Returns whose request it is: that of the house, if nobody is logged in. */
  static Account sellerOf(SecurityContext context) {
    return context.getUserPrincipal() instanceof Seller seller ? seller.account() : Accounts.HOUSE;
  }

  /** An account by its ID, since names are nobody's business. */
  private record Seller(Account account) implements Principal {
    @Override
    public String getName() {
      return account.id();
    }
  }

  /** What JAX-RS, and with it Whence, asks who somebody is. */
  private record LoggedIn(Account account, boolean isSecure) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return new Seller(account);
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return SCHEME;
    }
  }
}
