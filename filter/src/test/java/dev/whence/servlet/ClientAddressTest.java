package dev.whence.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.value.Networks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proxies are 10.0.0.0/8 and 2001:db8:a::/48; lines of a header are divided by a slash. */
class ClientAddressTest {
  private static final ClientAddress BEHIND_PROXIES = behind("10.0.0.0/8,2001:db8:a::/48");

  private static ClientAddress behind(String proxies) {
    return new ClientAddress(Networks.parse(proxies));
  }

  private static Function<String, @Nullable Enumeration<String>> headers(
      @Nullable String forwarded, @Nullable String forwardedFor) {
    return name -> name.equals("Forwarded") ? lines(forwarded) : lines(forwardedFor);
  }

  private static Enumeration<String> lines(@Nullable String text) {
    return Collections.enumeration(text == null ? List.of() : List.of(text.split("/", -1)));
  }

  @ParameterizedTest(name = "{0}: {1} is told of {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "nobody", textBlock = """
      10.0.0.1           | 203.0.113.7                         | 203.0.113.7
      10.0.0.1           | nobody                              | 10.0.0.1
      192.0.2.1          | 203.0.113.7                         | 192.0.2.1
      192.0.2.1          | garbage                             | 192.0.2.1
      ::ffff:10.0.0.1    | 203.0.113.7                         | 203.0.113.7
      2001:db8:a::1%eth0 | 203.0.113.7                         | 203.0.113.7
      2001:db8:b::1      | 203.0.113.7                         | 2001:db8:b::1
      ``                 | 203.0.113.7                         | nobody
      /run/server.sock   | 203.0.113.7                         | nobody
      unix:              | 203.0.113.7                         | nobody
      nobody             | 203.0.113.7                         | nobody
      10.0.0.1           | 127.0.0.1, 203.0.113.7              | 203.0.113.7
      10.0.0.1           | 1.1.1.1, 203.0.113.7, 10.0.0.2      | 203.0.113.7
      10.0.0.1           | 1.1.1.1,203.0.113.7,10.0.0.3,10.0.0.2 | 203.0.113.7
      10.0.0.1           | 10.9.9.9, 203.0.113.7, 10.0.0.2     | 203.0.113.7
      10.0.0.1           | 10.0.0.3, 10.0.0.2                  | 10.0.0.3
      10.0.0.1           | 203.0.113.7:4711                    | 203.0.113.7
      10.0.0.1           | 203.0.113.7:4711, 10.0.0.2:80       | 203.0.113.7
      10.0.0.1           | 2001:db8:b::7                       | 2001:db8:b::7
      10.0.0.1           | [2001:db8:b::7]                     | 2001:db8:b::7
      10.0.0.1           | [2001:DB8:B::7]:443                 | 2001:db8:b::7
      10.0.0.1           | 2001:db8:b::7, 2001:db8:a::2        | 2001:db8:b::7
      10.0.0.1           | ::ffff:203.0.113.7                  | 203.0.113.7
      10.0.0.1           | 203.0.113.7, ::ffff:10.0.0.2        | 203.0.113.7
      10.0.0.1           | 1.1.1.1, unknown                    | nobody
      10.0.0.1           | 1.1.1.1, unknown, 203.0.113.7       | 203.0.113.7
      10.0.0.1           | 1.1.1.1, _hidden, 10.0.0.2          | nobody
      10.0.0.1           | 1.1.1.1, proxy.local, 10.0.0.2      | nobody
      10.0.0.1           | 1.1.1.1, 256.1.1.1                  | nobody
      10.0.0.1           | 1.1.1.1, 010.0.0.1                  | nobody
      10.0.0.1           | 1.1.1.1, "203.0.113.7"              | nobody
      10.0.0.1           | 1.1.1.1, , 10.0.0.2                 | nobody
      10.0.0.1           | 1.1.1.1,                            | nobody
      10.0.0.1           | ``                                  | nobody
      10.0.0.1           | ,203.0.113.7                        | 203.0.113.7
      10.0.0.1           | ", 203.0.113.7                      | 203.0.113.7
      10.0.0.1           | 1.1.1.1/203.0.113.7                 | 203.0.113.7
      10.0.0.1           | 1.1.1.1, 203.0.113.7/10.0.0.3/10.0.0.2 | 203.0.113.7
      10.0.0.1           | 203.0.113.7//10.0.0.2               | nobody
      10.0.0.1           | 203.0.113.7\t,\t10.0.0.2            | 203.0.113.7
      """)
  void isReadFromTheRightEndOfXForwardedFor(
      @Nullable String peer, @Nullable String header, @Nullable String client) {
    String tabbed = header == null ? null : header.replace("\\t", "\t");

    assertThat(BEHIND_PROXIES.of(peer, headers(null, tabbed))).isEqualTo(client);
  }

  @ParameterizedTest(name = "{0} is told of {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "nobody", textBlock = """
      for=203.0.113.7                                     | 203.0.113.7
      For="203.0.113.7"                                   | 203.0.113.7
      FOR=203.0.113.7;PROTO=https;by=10.0.0.1             | 203.0.113.7
      proto=http;host="a,b;c";for=203.0.113.7             | 203.0.113.7
      for="203.0.113.7:4711"                              | 203.0.113.7
      for="203.0.113.7:_port"                             | 203.0.113.7
      for=203.0.113.7:4711                                | 203.0.113.7
      for="[2001:db8:b::7]"                               | 2001:db8:b::7
      for="[2001:db8:b::7]:4711";proto=https              | 2001:db8:b::7
      for="\\2\\03.0.113.7"                               | 203.0.113.7
      for=1.1.1.1, for=203.0.113.7, for=10.0.0.2          | 203.0.113.7
      for=1.1.1.1/for=203.0.113.7,for=10.0.0.3/for=10.0.0.2 | 203.0.113.7
      for=10.0.0.3, for="[2001:db8:a::2]"                 | 10.0.0.3
      for=203.0.113.7;by="\\",for=1.1.1.1;x=\\""          | 203.0.113.7
      for=203.0.113.7;by="\\\\", for=10.0.0.2             | 203.0.113.7
      ; for=203.0.113.7 ;; proto=https ;                  | 203.0.113.7
      for="1.1.1.1, for=203.0.113.7                       | 203.0.113.7
      for=1.1.1.1;x=", for="[2001:db8:b::7]"              | 2001:db8:b::7
      for=1.1.1.1;x="\\, for="[2001:db8:b::7]"            | 2001:db8:b::7
      for=1.1.1.1, for="203.0.113.7                       | nobody
      for=1.1.1.1, for=203.0.113.7"                       | nobody
      for=1.1.1.1, for="203.0.113.7"x                     | nobody
      for=1.1.1.1, for="203.0.113.7\\                     | nobody
      for=1.1.1.1, for=unknown                            | nobody
      for=1.1.1.1, for="unknown:80", for=10.0.0.2         | nobody
      for=1.1.1.1, for=_hidden, for=10.0.0.2              | nobody
      for=1.1.1.1, proto=https                            | nobody
      for=1.1.1.1, for=203.0.113.7;for=10.0.0.2           | nobody
      for=1.1.1.1, for                                    | nobody
      for=1.1.1.1, for=                                   | nobody
      for=1.1.1.1, =203.0.113.7                           | nobody
      for=1.1.1.1, x y=1;for=203.0.113.7                  | nobody
      for=1.1.1.1, , for=10.0.0.2                         | nobody
      for=1.1.1.1, ;;                                     | nobody
      203.0.113.7                                         | nobody
      """)
  void isReadFromTheRightEndOfForwarded(String header, @Nullable String client) {
    assertThat(BEHIND_PROXIES.of("10.0.0.1", headers(header, null))).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "nobody", textBlock = """
      for=203.0.113.7                  | 203.0.113.7              | 203.0.113.7
      for="[2001:db8:b::7]:80"         | 2001:db8:b:0:0:0:0:7     | 2001:db8:b::7
      for=203.0.113.7                  | 1.1.1.1, 203.0.113.7, 10.0.0.2 | 203.0.113.7
      for=203.0.113.7                  | 203.0.113.8              | nobody
      for=203.0.113.7                  | unknown                  | nobody
      for=_hidden                      | 203.0.113.7              | nobody
      for=_hidden                      | unknown                  | nobody
      proto=https                      | 203.0.113.7              | nobody
      ``                               | 203.0.113.7              | nobody
      """)
  void isKnownFromTwoHeadersOnlyIfTheyAgree(
      String forwarded, String forwardedFor, @Nullable String client) {
    assertThat(BEHIND_PROXIES.of("10.0.0.1", headers(forwarded, forwardedFor))).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, 10.0.0.1, 1.1.1.1",
    "10.0.0.1/32, 10.0.0.1, 10.0.0.2",
    "10.0.0.2/31, 10.0.0.3, 203.0.113.7",
    "10.0.0.2/31, 10.0.0.4, 10.0.0.4",
    "::/0, 2001:db8::1, 10.0.0.2",
    "2001:db8::1/128, 2001:db8::1, 10.0.0.2",
    "2001:db8::1/128, 2001:db8::2, 2001:db8::2"
  })
  void dependsOnWhichProxiesAreTrusted(String proxies, String peer, String client) {
    assertThat(behind(proxies).of(peer, headers(null, "1.1.1.1, 203.0.113.7, 10.0.0.2")))
        .isEqualTo(client);
  }

  @Test
  void noHeaderIsReadForAPeerThatIsNotTrusted() {
    List<String> asked = new ArrayList<>();
    Function<String, @Nullable Enumeration<String>> headers = name -> {
      asked.add(name);
      return null;
    };

    assertThat(behind("").of("10.0.0.1", headers)).isEqualTo("10.0.0.1");
    assertThat(BEHIND_PROXIES.of("192.0.2.1", headers)).isEqualTo("192.0.2.1");
    assertThat(asked).isEmpty();
    assertThat(BEHIND_PROXIES.of("10.0.0.1", headers)).isEqualTo("10.0.0.1");
    assertThat(asked).containsExactly("Forwarded", "X-Forwarded-For");
  }

  @Test
  void fiftyElementsAreReadAndNoMore() {
    String forty9 = ", 10.0.0.2".repeat(49);

    assertThat(forwardedFor("203.0.113.7" + forty9)).isEqualTo("203.0.113.7");
    assertThat(forwardedFor("203.0.113.7, 10.0.0.2" + forty9)).isNull();
    assertThat(forwardedFor("10.0.0.9" + forty9)).isEqualTo("10.0.0.9");
    assertThat(forwardedFor("10.0.0.9, 10.0.0.2" + forty9)).isNull();
    assertThat(forwardedFor("1.1.1.1, ".repeat(10_000) + "203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(forwardedFor("10.0.0.2, ".repeat(10_000) + "10.0.0.2")).isNull();
  }

  @Test
  void fiftyLinesAreReadAndNoMore() {
    assertThat(forwardedFor("203.0.113.7" + "/10.0.0.2".repeat(49))).isEqualTo("203.0.113.7");
    assertThat(forwardedFor("203.0.113.7" + "/10.0.0.2".repeat(50))).isNull();
    assertThat(forwardedFor("1.1.1.1/".repeat(10_000) + "203.0.113.7")).isEqualTo("203.0.113.7");
  }

  @Test
  void fourThousandAndNinetySixCharactersAreReadAndNoMore() {
    String padding = " ".repeat(4_096 - "203.0.113.7,10.0.0.2".length());

    assertThat(forwardedFor("203.0.113.7," + padding + "10.0.0.2")).isEqualTo("203.0.113.7");
    assertThat(forwardedFor("203.0.113.7, " + padding + "10.0.0.2")).isNull();
    assertThat(forwardedFor("x".repeat(1 << 20) + ",203.0.113.7")).isEqualTo("203.0.113.7");
  }

  @Test
  void quotesAndBackslashesWithoutEndAreNotReadToTheirBeginning() {
    assertThat(forwarded("\\".repeat(1 << 20) + "\"")).isNull();
    assertThat(forwarded("\"" + "\\".repeat(1 << 20) + "\"")).isNull();
    assertThat(forwarded("\"".repeat(1 << 20) + "1")).isNull();
    assertThat(forwarded("\"".repeat(1 << 20) + ",for=203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(forwarded(";".repeat(1 << 20))).isNull();
  }

  private static @Nullable String forwardedFor(String header) {
    return BEHIND_PROXIES.of("10.0.0.1", headers(null, header));
  }

  private static @Nullable String forwarded(String header) {
    return BEHIND_PROXIES.of("10.0.0.1", headers(header, null));
  }
}
