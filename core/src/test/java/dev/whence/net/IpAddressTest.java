package dev.whence.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "192.0.2.1, 192.0.2.1",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0db8:0000:0000:0000:0000:0002:0001, 2001:db8::2:1",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "fe80::1%eth0, fe80::1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "::FFFF:c000:0201, 192.0.2.1",
    "0:0:0:0:0:ffff:192.0.2.1, 192.0.2.1",
    "64:ff9b::192.0.2.1, 64:ff9b::c000:201"
  })
  void readsAnAddressAndWritesItsOneForm(String text, String written) {
    assertThat(IpAddress.parse(text)).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ":",
        ":::",
        "1",
        "2130706433",
        "0x7f.0.0.1",
        "127.1",
        "010.0.0.1",
        "10.0.0.01",
        "256.0.0.1",
        "1.2.3.4.5",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "+1.2.3.4",
        "1.2.3.4 ",
        "1.2.3.4%eth0",
        "\u0661.2.3.4",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7::8",
        "1::2::3",
        ":1::2",
        "1::2:",
        "12345::",
        "g::",
        "::1.2.3",
        "::1.2.3.4",
        "::0:1.2.3.4",
        "::1.2.3.4:5",
        "1:2:3:4:5:6:7:1.2.3.4",
        "[::1]",
        "localhost",
        "unknown"
      })
  void readsNothingElse(String text) {
    assertThat(IpAddress.parse(text)).isNull();
  }

  @Test
  void readsNothingThatIsTooLong() {
    assertThat(IpAddress.parse("fe80::1%" + "e".repeat(56))).isNotNull();
    assertThat(IpAddress.parse("fe80::1%" + "e".repeat(57))).isNull();
    assertThat(IpAddress.parse(":".repeat(1 << 20))).isNull();
    assertThat(IpAddress.parseWithPort("[" + ":".repeat(1 << 20))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "192.0.2.1:80, 192.0.2.1",
    "192.0.2.1:65535, 192.0.2.1",
    "192.0.2.1:_gazonk, 192.0.2.1",
    "2001:db8::1, 2001:db8::1",
    "[2001:db8::1], 2001:db8::1",
    "[2001:db8::1]:4711, 2001:db8::1",
    "[2001:db8::1]:_a.b-c_9, 2001:db8::1",
    "[::ffff:192.0.2.1]:80, 192.0.2.1",
    "2001:db8::1:8080, 2001:db8::1:8080"
  })
  void readsAnAddressWithAPort(String text, String written) {
    assertThat(IpAddress.parseWithPort(text)).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1:",
        "192.0.2.1:http",
        "192.0.2.1:123456",
        "192.0.2.1:-1",
        "192.0.2.1:_",
        "192.0.2.1:_a b",
        "[192.0.2.1]",
        "[192.0.2.1]:80",
        "[2001:db8::1",
        "[2001:db8::1]80",
        "[2001:db8::1]:",
        "[]:80",
        "[",
        "]",
        "host:80",
        ":80",
        "_hidden"
      })
  void readsNoOtherTextsWithAPort(String text) {
    assertThat(IpAddress.parseWithPort(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.255, 0, 0.0.0.0",
    "192.0.2.255, 24, 192.0.2.0",
    "192.0.2.255, 31, 192.0.2.254",
    "192.0.2.255, 32, 192.0.2.255",
    "2001:db8:1:2:3:4:5:6, 0, ::",
    "2001:db8:1:2:3:4:5:6, 48, 2001:db8:1::",
    "2001:db8:1:2:3:4:5:6, 64, 2001:db8:1:2::",
    "2001:db8:1:2:3:4:5:7, 127, 2001:db8:1:2:3:4:5:6",
    "2001:db8:1:2:3:4:5:7, 128, 2001:db8:1:2:3:4:5:7"
  })
  void clearsTheBitsBehindAPrefix(String text, int prefix, String network) {
    assertThat(read(text).network(prefix)).hasToString(network);
  }

  @Test
  void hasNoNetworkOfMoreBitsThanThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("192.0.2.1").network(33))
        .withMessage("prefix must be from 0 to 32, was 33");
  }

  /** The platform's parser is lenient where this is not, but what this writes means the same. */
  @Test
  void writesWhatThePlatformReadsAsTheSameAddress() throws UnknownHostException {
    Random random = new Random(42);
    for (int i = 0; i < 2_000; i++) {
      IpAddress address = new IpAddress(sparse(random), sparse(random));
      byte[] bytes = InetAddress.getByName(address.toString()).getAddress();

      assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
      assertThat(bytes).hasSize(address.isV4() ? 4 : 16);
      assertThat(IpAddress.parse(InetAddress.getByAddress(bytes).getHostAddress()))
          .isEqualTo(address);
      assertThat(InetAddress.getByAddress(bytes) instanceof Inet6Address)
          .isEqualTo(!address.isV4());
    }
  }

  /** Returns bits of which many groups are zero. */
  private static long sparse(Random random) {
    long bits = random.nextLong();
    for (int group = 0; group < 4; group++) {
      bits &= random.nextBoolean() ? -1L : ~(0xffffL << (16 * group));
    }
    return bits;
  }

  private static IpAddress read(String text) {
    IpAddress address = IpAddress.parse(text);
    if (address == null) {
      throw new AssertionError("no address: " + text);
    }
    return address;
  }
}
