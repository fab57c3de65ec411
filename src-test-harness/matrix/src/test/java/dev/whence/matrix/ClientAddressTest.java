package dev.whence.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.Keys;
import dev.whence.config.Setting;
import dev.whence.matrix.container.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose address an event shows, and how much of it. The test's own is 127.0.0.1. */
class ClientAddressTest extends MatrixTest {
  private static final String FORWARDED_FOR = "X-Forwarded-For: 1.1.1.1, 203.0.113.7, 10.0.0.2";

  ClientAddressTest(Engine engine) {
    super(engine);
  }

  private void set(Setting<?> key, String value, Setting<?> other, String otherValue) {
    whence.rebuild(builder -> builder.set(key, value).set(other, otherValue));
  }

  private String address(String... headers) {
    assertThat(deployScenarios().get("/runtime", headers).status()).isEqualTo(500);
    return event().at("/request/env/REMOTE_ADDR");
  }

  @Test
  void isThePeersUnlessAProxyIsTrusted() {
    assertThat(address(FORWARDED_FOR, "Forwarded: for=203.0.113.7")).isEqualTo("127.0.0.0");
  }

  @ParameterizedTest
  @CsvSource({
    "network, true, 203.0.113.0",
    "network, false, 203.0.113.0",
    "whole, false, 203.0.113.7",
    "none, true, ''"
  })
  void isToldAsFarAsItMay(String disclosure, String pii, String told) {
    whence.rebuild(builder -> builder
        .set(Keys.TRUSTED_PROXIES, "127.0.0.1,10.0.0.0/8")
        .set(Keys.SEND_DEFAULT_PII, pii)
        .set(Keys.CLIENT_ADDRESS, disclosure));

    assertThat(address(FORWARDED_FOR)).isEqualTo(told);
  }

  @Test
  void isToldAsAWholeWithPersonalDataUnlessSaidOtherwise() {
    set(Keys.TRUSTED_PROXIES, "127.0.0.0/8,10.0.0.0/8", Keys.SEND_DEFAULT_PII, "true");

    assertThat(address("X-Forwarded-For: 203.0.113.7", "X-Forwarded-For: 10.0.0.2"))
        .isEqualTo("203.0.113.7");
  }

  @Test
  void comesFromForwardedToo() {
    set(Keys.TRUSTED_PROXIES, "127.0.0.1", Keys.CLIENT_ADDRESS, "whole");

    assertThat(address("Forwarded: for=unknown", "forwarded: For=\"[2001:db8::7]:4711\";by=_x"))
        .isEqualTo("2001:db8::7");
  }

  @Test
  void isUnknownWhereTwoHeadersDisagree() {
    set(Keys.TRUSTED_PROXIES, "127.0.0.1", Keys.CLIENT_ADDRESS, "whole");

    assertThat(address("Forwarded: for=1.1.1.1", "X-Forwarded-For: 203.0.113.7"))
        .isEmpty();
  }

  @Test
  void isFoundAtTheEndOfTenThousandElements() {
    set(Keys.TRUSTED_PROXIES, "127.0.0.1", Keys.CLIENT_ADDRESS, "whole");

    assertThat(address("X-Forwarded-For: " + "1.1.1.1,".repeat(10_000) + "203.0.113.7"))
        .isEqualTo("203.0.113.7");
  }
}
