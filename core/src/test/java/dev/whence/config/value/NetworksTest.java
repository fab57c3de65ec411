package dev.whence.config.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.net.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.1.2.3/8, 10.9.9.9, true",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "192.0.2.7/32, 192.0.2.7, true",
    "192.0.2.6/31, 192.0.2.7, true",
    "192.0.2.6/31, 192.0.2.8, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 2001:db8::1, true",
    "::/0, 192.0.2.1, false",
    "::1, ::1, true",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::, false",
    "2001:db8::1/128, 2001:db8::1, true",
    "2001:db8::1/128, 2001:db8::2, false",
    "10.0.0.0/8, ::ffff:10.1.2.3, true",
    "::ffff:10.0.0.0/104, 10.1.2.3, true",
    "::ffff:10.0.0.0/104, 11.1.2.3, false",
    "::ffff:0:0/96, 192.0.2.1, true",
    "10.0.0.0 / 8, 10.1.2.3, true"
  })
  void anAddressIsInANetworkWhoseBitsItShares(String network, String address, boolean isIn) {
    assertThat(contains(Networks.parse(network), address)).isEqualTo(isIn);
  }

  private static boolean contains(Networks networks, String address) {
    IpAddress read = IpAddress.parse(address);
    return read != null && networks.contains(read);
  }

  @Test
  void aListHasWhatAnyOfItsNetworksHas() {
    Networks networks = Networks.parse(" 10.0.0.0/8, ,::1,");

    assertThat(List.of("10.0.0.1", "::1", "::2", "192.0.2.1"))
        .filteredOn(address -> contains(networks, address))
        .containsExactly("10.0.0.1", "::1");
    assertThat(networks.isEmpty()).isFalse();
    assertThat(Networks.parse(" , ").isEmpty()).isTrue();
  }

  @Test
  void showsNetworksWithoutTheBitsThatDoNotMatter() {
    assertThat(Networks.parse("10.1.2.3/8,::1,::ffff:192.0.2.0/120"))
        .hasToString("10.0.0.0/8,::1/128,192.0.2.0/24");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      proxy.local      | "proxy.local" is neither, and names are not looked up
      10.0.0           | "10.0.0" is neither, and names are not looked up
      10.0.0.0-10.0.0.9| "10.0.0.0-10.0.0.9" is neither, and names are not looked up
      /8               | "/8" is neither, and names are not looked up
      010.0.0.0/8      | "010.0.0.0/8" is neither, and names are not looked up
      10.0.0.0/33      | use a prefix from 0 to 32 behind the slash of "10.0.0.0/33"
      10.0.0.0/-1      | use a prefix from 0 to 32 behind the slash of "10.0.0.0/-1"
      10.0.0.0/+8      | use a prefix from 0 to 32 behind the slash of "10.0.0.0/+8"
      10.0.0.0/        | use a prefix from 0 to 32 behind the slash of "10.0.0.0/"
      10.0.0.0/255.0.0.0 | use a prefix from 0 to 32 behind the slash of "10.0.0.0/255.0.0.0"
      ::1/129          | use a prefix from 0 to 128 behind the slash of "::1/129"
      ::ffff:1.2.3.4/8 | use a prefix from 96 to 128 behind the slash of "::ffff:1.2.3.4/8"
      """)
  void saysWhatIsWrongWithAnEntry(String entry, String complaint) {
    assertThatThrownBy(() -> Networks.parse("::1," + entry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(complaint);
  }
}
