package dev.whence.scrub.field;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Turns names into pseudonyms that nobody without the key can make or guess: HMAC-SHA-256, cut to
 * 128 bits. For many threads.
 */
public final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 16;
  private static final String PREFIX = "p-";

  private final String key;

  /** Made when first needed, since loading it takes long. Guarded by this. */
  private @Nullable Mac mac;

  public Pseudonyms(String key) {
    this.key = key;
  }

  /** Returns {@code p-} and 32 hexadecimal digits, always the same ones for {@code name}. */
  public synchronized String of(String name) {
    try {
      Mac ready = mac == null ? newMac() : mac;
      mac = ready;
      byte[] digest = ready.doFinal(name.getBytes(UTF_8));
      return PREFIX + HexFormat.of().formatHex(Arrays.copyOf(digest, LENGTH));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no pseudonym: this JVM lacks " + ALGORITHM, e);
    }
  }

  /** Whether {@code text} is made like a pseudonym. */
  static boolean isOne(String text) {
    if (text.length() != PREFIX.length() + 2 * LENGTH || !text.startsWith(PREFIX)) {
      return false;
    }
    for (int i = PREFIX.length(); i < text.length(); i++) {
      if ("0123456789abcdef".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private Mac newMac() throws GeneralSecurityException {
    Mac made = Mac.getInstance(ALGORITHM);
    made.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
    return made;
  }
}
