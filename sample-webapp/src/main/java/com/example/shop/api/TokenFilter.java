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

  /** The principal is the account's ID: names are nobody's business. */
  private record LoggedIn(Account account, boolean isSecure) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return account::id;
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
