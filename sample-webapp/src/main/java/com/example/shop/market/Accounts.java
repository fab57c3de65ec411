package com.example.shop.market;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Who may sell, and who of them is logged in. For any thread. */
public final class Accounts {
  /** The shop's own account. Nobody can log in to it. */
  public static final Account HOUSE = new Account("1", "house", "");

  private static final PasswordHash NOBODYS = PasswordHash.ofNobody();

  private final AtomicLong lastId = new AtomicLong(1_000);
  private final Map<String, Account> byUsername =
      new ConcurrentHashMap<>(Map.of(HOUSE.username(), HOUSE));
  private final Map<String, PasswordHash> passwords = new ConcurrentHashMap<>();
  private final Map<String, Account> byToken = new ConcurrentHashMap<>();

  /**
   * Adds an account.
   *
   * @throws UsernameTakenException if there is one of that name
   */
  public Account register(String username, String email, String password) {
    Account account = new Account(Long.toString(lastId.incrementAndGet()), username, email);
    if (byUsername.putIfAbsent(username, account) != null) {
      throw new UsernameTakenException();
    }
    passwords.put(username, PasswordHash.of(password));
    return account;
  }

  /** Returns a token that stands for the account until it is logged out; empty if refused. */
  public Optional<String> login(String username, String password) {
    // Asked of unknown names too, so that these take as long as known ones.
    if (!passwords.getOrDefault(username, NOBODYS).isOf(password)) {
      return Optional.empty();
    }
    String token = UUID.randomUUID().toString();
    byToken.put(token, named(username));
    return Optional.of(token);
  }

  public void logout(String token) {
    byToken.remove(token);
  }

  public Optional<Account> loggedIn(String token) {
    return Optional.ofNullable(byToken.get(token));
  }

  /**
   * Returns the account of that name.
   *
   * @throws UnknownSellerException if there is none
   */
  public Account named(String username) {
    Account account = byUsername.get(username);
    if (account == null) {
      throw new UnknownSellerException();
    }
    return account;
  }
}
