package dev.whence.event;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes IDs from a generator that all of the process share, seeded with the first of them since
 * that takes a while: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
 * generators, 2014) with a stride of its own. Unique, not secret. For any thread.
 */
public final class RandomIds {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private static final int UUID_LENGTH = 36;

  /** One buffer to write an ID in, so that mostly none needs to be made. */
  private final AtomicReference<byte @Nullable []> spareText = new AtomicReference<>();

  /** Made by the JVM when it is first asked. */
  private static final class Generator {
    private static final AtomicLong STATE;
    private static final long STRIDE;
    private static final long VEIL;

    static {
      SecureRandom seed = new SecureRandom();
      STATE = new AtomicLong(seed.nextLong());
      STRIDE = seed.nextLong() | 1;
      VEIL = seed.nextLong();
    }
  }

  private static long next() {
    long z = Generator.STATE.getAndAdd(Generator.STRIDE);
    z = (z ^ (z >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d0_49bb_1331_11ebL;
    return z ^ (z >>> 31);
  }

  public EventId eventId() {
    return EventId.of(next(), next() ^ Generator.VEIL);
  }

  /** Says whether a share of {@code rate}, 0.0 to 1.0, takes this one. */
  public boolean isWithin(double rate) {
    return rate >= 1 || fraction() < rate;
  }

  /** Returns a number from 0, below 1. */
  public double fraction() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** Returns 64 bits that are not all zero. */
  public long id() {
    long id = next() ^ Generator.VEIL;
    return id == 0 ? 1 : id;
  }

  /** Returns a UUID of version 7 (RFC 9562, 5.7): time first, so that IDs sort by age. */
  public String requestId() {
    long random = next();
    long high = (System.currentTimeMillis() << 16) | VERSION_7 | (random & 0xFFF);
    long low = VARIANT | ((next() ^ Generator.VEIL) >>> 2);
    byte[] spare = spareText.getAndSet(null);
    byte[] text = spare == null ? new byte[UUID_LENGTH] : spare;
    hex(high >>> 32, text, 0, 8);
    text[8] = '-';
    hex(high >>> 16, text, 9, 4);
    text[13] = '-';
    hex(high, text, 14, 4);
    text[18] = '-';
    hex(low >>> 48, text, 19, 4);
    text[23] = '-';
    hex(low, text, 24, 12);
    String id = new String(text, StandardCharsets.ISO_8859_1);
    spareText.set(text);
    return id;
  }

  /** Writes the lowest {@code digits} hexadecimal digits of {@code value}. */
  private static void hex(long value, byte[] text, int from, int digits) {
    long rest = value;
    for (int i = from + digits - 1; i >= from; i--) {
      text[i] = HEX[(int) (rest & 0xF)];
      rest >>>= 4;
    }
  }
}
