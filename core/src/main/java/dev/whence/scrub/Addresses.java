package dev.whence.scrub;

import org.jspecify.annotations.Nullable;

/** Cuts a client's address down to its network: /24 for IPv4, /48 for IPv6. */
final class Addresses {
  private static final int GROUPS = 8;
  private static final int GROUPS_KEPT = 3;
  private static final int LONGEST = 64;

  private Addresses() {}

  /** Returns the network of {@code address}, null if that is no IP address in figures. */
  static @Nullable String network(String address) {
    if (address.length() > LONGEST) {
      return null;
    }
    String plain = withoutPort(address.strip());
    int zone = plain.indexOf('%');
    String host = zone < 0 ? plain : plain.substring(0, zone);
    return host.indexOf(':') < 0 ? networkOf4(host) : networkOf6(host);
  }

  private static String withoutPort(String address) {
    if (address.startsWith("[")) {
      int close = address.indexOf(']');
      return close < 0 ? "" : address.substring(1, close);
    }
    int colon = address.indexOf(':');
    boolean hasPort = colon >= 0 && colon == address.lastIndexOf(':');
    return hasPort ? address.substring(0, colon) : address;
  }

  private static @Nullable String networkOf4(String host) {
    String[] parts = host.split("\\.", -1);
    if (parts.length != 4) {
      return null;
    }
    for (String part : parts) {
      if (number(part, 10, 3) < 0 || number(part, 10, 3) > 255) {
        return null;
      }
    }
    return parts[0] + '.' + parts[1] + '.' + parts[2] + ".0";
  }

  private static @Nullable String networkOf6(String host) {
    int last = host.lastIndexOf(':') + 1;
    if (host.indexOf('.') >= 0) {
      return host.substring(0, last).equalsIgnoreCase("::ffff:")
          ? networkOf4(host.substring(last))
          : null;
    }
    int[] groups = groups(host);
    return groups == null ? null : shown(groups);
  }

  private static int @Nullable [] groups(String host) {
    int gap = host.indexOf("::");
    if (gap < 0) {
      String[] all = host.split(":", -1);
      return all.length == GROUPS ? filled(all, new String[0]) : null;
    }
    return filled(parts(host.substring(0, gap)), parts(host.substring(gap + 2)));
  }

  private static String[] parts(String text) {
    return text.isEmpty() ? new String[0] : text.split(":", -1);
  }

  private static int @Nullable [] filled(String[] left, String[] right) {
    if (left.length + right.length > GROUPS) {
      return null;
    }
    int[] groups = new int[GROUPS];
    for (int i = 0; i < left.length; i++) {
      groups[i] = number(left[i], 16, 4);
    }
    for (int i = 0; i < right.length; i++) {
      groups[GROUPS - right.length + i] = number(right[i], 16, 4);
    }
    for (int group : groups) {
      if (group < 0) {
        return null;
      }
    }
    return groups;
  }

  private static String shown(int[] groups) {
    int count = GROUPS_KEPT;
    while (count > 0 && groups[count - 1] == 0) {
      count--;
    }
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < count; i++) {
      shown.append(i == 0 ? "" : ":").append(Integer.toHexString(groups[i]));
    }
    return shown.append("::").toString();
  }

  private static int number(String digits, int radix, int longest) {
    if (digits.isEmpty() || digits.length() > longest) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number;
  }
}
