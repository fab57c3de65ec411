package dev.whence.config.value;

import dev.whence.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * IP networks and single addresses, written {@code 10.0.0.0/8,192.0.2.1,2001:db8::/32}. Immutable.
 *
 * <p>IPv4 and IPv6 are apart: {@code ::/0} has no IPv4 address in it.
 */
public final class Networks {
  /** The addresses whose first {@code prefix} bits are those of {@code first}. */
  private record Network(IpAddress first, int prefix) {
    boolean contains(IpAddress address) {
      return address.isV4() == first.isV4() && address.network(prefix).equals(first);
    }
  }

  private final List<Network> networks;

  private Networks(List<Network> networks) {
    this.networks = List.copyOf(networks);
  }

  /**
   * Reads networks with commas between them. Bits behind the prefix do not matter.
   *
   * @throws IllegalArgumentException if one is neither a network nor an address in figures
   */
  public static Networks parse(String text) {
    List<Network> networks = new ArrayList<>();
    Values.list(text).forEach(item -> networks.add(network(item)));
    return new Networks(networks);
  }

  private static Network network(String item) {
    int slash = item.indexOf('/');
    String literal = slash < 0 ? item : item.substring(0, slash).strip();
    IpAddress address = IpAddress.parse(literal);
    if (address == null) {
      throw new IllegalArgumentException(
          "use networks such as 10.0.0.0/8 and addresses such as ::1,"
              + " with commas between them; \"" + Values.shortened(item)
              + "\" is neither, and names are not looked up");
    }
    boolean isMapped = address.isV4() && literal.indexOf(':') >= 0;
    int least = isMapped ? 96 : 0; // the bits that say that an IPv4 address follows
    int most = address.bits() + least;
    int prefix = slash < 0 ? most : prefix(item, item.substring(slash + 1).strip(), least, most);
    return new Network(address.network(prefix - least), prefix - least);
  }

  private static int prefix(String item, String digits, int least, int most) {
    try {
      int prefix = digits.startsWith("+") ? -1 : Integer.parseInt(digits);
      if (prefix >= least && prefix <= most) {
        return prefix;
      }
    } catch (NumberFormatException e) {
      // said below, together with what lies outside
    }
    throw new IllegalArgumentException("use a prefix from " + least + " to " + most
        + " behind the slash of \"" + Values.shortened(item) + '"');
  }

  public boolean isEmpty() {
    return networks.isEmpty();
  }

  public boolean contains(IpAddress address) {
    for (Network network : networks) {
      if (network.contains(address)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the networks as {@link #parse} reads them. */
  @Override
  public String toString() {
    return networks.stream()
        .map(network -> network.first() + "/" + network.prefix())
        .collect(Collectors.joining(","));
  }
}
