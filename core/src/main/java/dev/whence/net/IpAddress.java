package dev.whence.net;

import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address. Immutable.
 *
 * <p>An IPv4 address and the IPv6 address that is mapped to it, {@code ::ffff:192.0.2.1}, are the
 * same. Zones are no part of an address.
 *
 * @param high the first 64 bits; those of an IPv4 address are zero
 * @param low the last 64 bits; those of an IPv4 address begin with {@code 0000ffff}
 */
public record IpAddress(long high, long low) {
  private static final long MAPPED = 0xffffL;
  private static final int GROUPS = 8;

  static IpAddress ofV4(long bits) {
    return new IpAddress(0, (MAPPED << 32) | bits);
  }

  /**
   * Reads an address in figures, such as {@code 192.0.2.1}, {@code 2001:db8::1} or
   * {@code fe80::1%eth0}; never looks up a name.
   *
   * @return null if {@code text} is none, or could be read in two ways: an IPv4 part with leading
   *     zeros, which some take for octal, and the outdated {@code ::192.0.2.1}
   */
  public static @Nullable IpAddress parse(String text) {
    return Literal.parse(text);
  }

  /**
   * Reads an address as headers have it: perhaps with a port behind it, and then, or anyhow, an
   * IPv6 address in brackets. The port may be a number or, as in RFC 7239, a name such as
   * {@code _x}.
   *
   * @return null if {@code text} is none
   */
  public static @Nullable IpAddress parseWithPort(String text) {
    return Literal.parseWithPort(text);
  }

  public boolean isV4() {
    return high == 0 && low >>> 32 == MAPPED;
  }

  /** Returns how many bits addresses of this kind have: 32 or 128. */
  public int bits() {
    return isV4() ? 32 : 128;
  }

  /**
   * Returns this address with all bits behind the first {@code prefix} cleared.
   *
   * @throws IllegalArgumentException if there are not that many
   */
  public IpAddress network(int prefix) {
    if (prefix < 0 || prefix > bits()) {
      throw new IllegalArgumentException("prefix must be from 0 to " + bits() + ", was " + prefix);
    }
    int kept = prefix + 128 - bits();
    return new IpAddress(high & mask(kept), low & mask(kept - 64));
  }

  private static long mask(int kept) {
    if (kept <= 0) {
      return 0;
    }
    return kept >= 64 ? -1L : -1L << (64 - kept);
  }

  private int group(int index) {
    long half = index < 4 ? high : low;
    return (int) (half >>> (16 * (3 - index % 4))) & 0xffff;
  }

  /** Returns the one form that RFC 5952 recommends, such as {@code 2001:db8::1}. */
  @Override
  public String toString() {
    return isV4() ? shownV4() : shownV6();
  }

  private String shownV4() {
    return octet(24) + "." + octet(16) + '.' + octet(8) + '.' + octet(0);
  }

  private long octet(int shift) {
    return (low >>> shift) & 0xff;
  }

  private String shownV6() {
    int gap = 0; // where most zeros are in a row, two at least
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int zeros = zerosFrom(i);
      if (zeros > length) {
        gap = i;
        length = zeros;
      }
    }
    return length == 1 ? joined(0, GROUPS) : joined(0, gap) + "::" + joined(gap + length, GROUPS);
  }

  private int zerosFrom(int index) {
    int end = index;
    while (end < GROUPS && group(end) == 0) {
      end++;
    }
    return end - index;
  }

  private String joined(int from, int to) {
    StringBuilder groups = new StringBuilder();
    for (int i = from; i < to; i++) {
      groups.append(i == from ? "" : ":").append(Integer.toHexString(group(i)));
    }
    return groups.toString();
  }
}
