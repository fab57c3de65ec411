package dev.whence.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.251, 192.0.2.0",
    "10.1.2.3:5678, 10.1.2.0",
    "2001:db8:1:2::5, 2001:db8:1::",
    "2001:DB8:0:0:0:0:0:5, 2001:db8::",
    "[2001:db8:1:2::5]:443, 2001:db8:1::",
    "fe80:0:7::1%eth0, fe80:0:7::",
    "::1, ::",
    "::, ::",
    "1::, 1::",
    "::ffff:192.0.2.251, 192.0.2.0",
    "192.0.2.0, 192.0.2.0",
    "2001:db8:1::, 2001:db8:1::"
  })
  void keepsTheNetwork(String address, String network) {
    assertThat(Addresses.network(address)).isEqualTo(network);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "host.example.org",
        "256.1.1.1",
        "1.2.3",
        "1.2.3.4.5",
        "1:2:3",
        "1:2:3:4:5:6:7:8:9",
        "::12345",
        "1::2::3",
        "g::1",
        "[::1",
        "::1.2.3.4",
        "anna@example.org"
      })
  void knowsNoNetworkOfOtherTexts(String address) {
    assertThat(Addresses.network(address)).isNull();
  }
}
