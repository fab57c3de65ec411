package dev.whence.group;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What events of one group have in common.
 *
 * @param key 32 hexadecimal digits, made of the parts
 * @param parts what the key is made of, to be read by people, without secrets
 * @param isStackless whether the exception at the root came without frames, as the JVM leaves them
 *     out of what it has thrown very often
 */
public record GroupKey(String key, List<String> parts, boolean isStackless) {
  /** The name of the rules by which keys are made; other rules will have another. */
  public static final String ALGORITHM = "J0";

  private static final int KEY_BYTES = 16;

  public GroupKey {
    parts = List.copyOf(parts);
  }

  static GroupKey of(List<String> parts, boolean isStackless) {
    MessageDigest digest = sha256();
    update(digest, ALGORITHM);
    parts.forEach(part -> update(digest, part));
    return new GroupKey(
        HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES), parts, isStackless);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Each part after its length, so that no two lists read the same. */
  private static void update(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (bytes.length >>> shift));
    }
    digest.update(bytes);
  }

  /** Returns what an event tells of its group. */
  public Map<String, Object> toContext() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("key", key);
    context.put("algorithm", ALGORITHM);
    context.put("parts", parts);
    if (isStackless) {
      context.put("stackless", true);
    }
    return context;
  }
}
