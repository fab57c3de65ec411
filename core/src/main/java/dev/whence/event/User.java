package dev.whence.event;

import org.jspecify.annotations.Nullable;

/**
 * Who was at work. Nothing but an ID and a tenant leaves the process unless personal data is
 * allowed.
 *
 * @param id the application's own identifier
 * @param isPrincipal whether {@code id} is only the name under which the user logged in
 */
public record User(
    @Nullable String id,
    @Nullable String tenant,
    @Nullable String username,
    @Nullable String email,
    @Nullable String ipAddress,
    boolean isPrincipal) {
  public static User of(String id) {
    return new User(id, null, null, null, null, false);
  }

  /** Returns the user whom the container knows by {@code name}, which may be an e-mail address. */
  public static User ofPrincipal(String name) {
    return new User(name, null, null, null, null, true);
  }

  /** Returns what tells nothing of the person, null if that is nothing. */
  public @Nullable User anonymous() {
    return tenant == null ? null : new User(null, tenant, null, null, null, false);
  }

  public User tenant(String newTenant) {
    return new User(id, newTenant, username, email, ipAddress, isPrincipal);
  }

  public User username(String newUsername) {
    return new User(id, tenant, newUsername, email, ipAddress, isPrincipal);
  }

  public User email(String newEmail) {
    return new User(id, tenant, username, newEmail, ipAddress, isPrincipal);
  }

  public User ipAddress(String newAddress) {
    return new User(id, tenant, username, email, newAddress, isPrincipal);
  }
}
