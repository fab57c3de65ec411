package com.example.shop.market;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What is kept of a password. Immutable. */
final class PasswordHash {
  /** A real shop would have more of them; here nobody shall wait. */
  private static final int ITERATIONS = 20_000;

  private static final int BYTES = 16;

  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(byte[] salt, byte[] hash) {
    this.salt = salt;
    this.hash = hash;
  }

  static PasswordHash of(String password) {
    byte[] salt = randomBytes();
    return new PasswordHash(salt, derived(password, salt));
  }

  /** Returns a hash that no password has, for those who have none. */
  static PasswordHash ofNobody() {
    return new PasswordHash(randomBytes(), randomBytes());
  }

  boolean isOf(String password) {
    return MessageDigest.isEqual(hash, derived(password, salt));
  }

  private static byte[] randomBytes() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static byte[] derived(String password, byte[] salt) {
    PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
          .generateSecret(key)
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM cannot hash passwords", e);
    } finally {
      key.clearPassword();
    }
  }
}
