package dev.whence.scrub.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRulesTest {
  private final KeyRules keys = KeyRules.standard();
  private final KeyRules strict = KeyRules.builder().strict(true).build();

  @ParameterizedTest
  @CsvSource({
    "password, HIDE",
    "myPASSWORDs2, HIDE",
    "colour, KEEP",
    "'', KEEP",
    "cookie, HIDE_LINE",
    "Set-Cookie, HIDE_LINE",
    "cookiecutter, KEEP",
    "proxy_authorization, HIDE_BEHIND_SCHEME",
    "Authorization, HIDE_BEHIND_SCHEME",
    "x.authorization, HIDE",
    "X-Forwarded-For, HIDE",
    "CF-Connecting-IPv6, HIDE",
    "x-forwarded-host, KEEP",
    "phone, HIDE_GROUPS",
    "cardNumber, HIDE_GROUPS",
    "creditcardPassword, HIDE",
    "cardNumberPin, HIDE_GROUPS",
    "mail, HIDE_ADDRESS",
    "e-mail, HIDE",
    "email, HIDE",
    "mailE, HIDE_ADDRESS",
    "token, HIDE",
    "smsToken, HIDE",
    "tokens, HIDE_UNLESS_COUNT",
    "TOKENS, HIDE_UNLESS_COUNT",
    "max_token, HIDE_UNLESS_COUNT",
    "inputToken, HIDE_UNLESS_COUNT",
    "outputTokens, HIDE_UNLESS_COUNT",
    "output, KEEP",
    "maxPin, HIDE_UNLESS_COUNT",
    "maxPassword, HIDE_UNLESS_COUNT",
    "inputPassword, HIDE",
    "max, KEEP",
    "tokenType, KEEP",
    "token_url, KEEP",
    "typeToken, HIDE",
    "passwordChangedAt, KEEP",
    "secretary, KEEP",
    "secretSecretary, HIDE",
    "apiKey, HIDE",
    "keyApi, HIDE",
    "api_some_key, KEEP",
    "key, KEEP",
    "db_pass, HIDE",
    "passOrder, KEEP",
    "XSRFToken, HIDE",
    "myXSRF, HIDE",
    "mySSN, HIDE",
    "SSNs, KEEP",
    "pinCode, HIDE",
    "spinCode, KEEP",
    "PINCode, HIDE",
    "PINcode, KEEP",
    "pin2code, HIDE",
    "pIn, KEEP",
    "aPIN, HIDE",
    "pin\u00e9, HIDE",
    "/token/refresh, KEEP",
    "@scope/auth, KEEP",
    "/password:x, HIDE",
    "a/password, HIDE",
    "patient, KEEP",
    "firstName, KEEP"
  })
  void decidesByAName(String name, Decision decision) {
    assertThat(keys.decide(name)).isEqualTo(decision);
    assertThat(keys.decide(name)).as("the second time").isEqualTo(decision);
    assertThat(keys.decide("x" + name + "x", 1, name.length() + 1)).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "patient, HIDE_AS_ASKED",
    "patientId, HIDE_AS_ASKED",
    "first_name, HIDE_AS_ASKED",
    "surname, HIDE_AS_ASKED",
    "zip, HIDE_AS_ASKED",
    "birthplacePassword, HIDE_AS_ASKED",
    "zipped, KEEP",
    "name, KEEP",
    "password, HIDE",
    "token, HIDE",
    "addressType, HIDE_AS_ASKED"
  })
  void hidesWhatNamesAPatientIfStrict(String name, Decision decision) {
    assertThat(strict.decide(name)).isEqualTo(decision);
  }

  @Test
  void letsTheApplicationKeepWhatItAlsoHidesOrJoins() {
    KeyRules own = KeyRules.builder()
        .hide(List.of("a_b", "c", "d"))
        .join(List.of("c", "password", "d"))
        .keep(List.of("D", "token", "cookie"))
        .build();

    assertThat(own.decide("aB")).isEqualTo(Decision.HIDE_AS_ASKED);
    assertThat(own.decide("C")).isEqualTo(Decision.JOIN);
    assertThat(own.decide("Password")).isEqualTo(Decision.JOIN);
    assertThat(own.decide("d")).isEqualTo(Decision.KEEP_AS_ASKED);
    assertThat(own.decide("token")).isEqualTo(Decision.KEEP_AS_ASKED);
    assertThat(own.decide("cookie")).isEqualTo(Decision.KEEP_AS_ASKED);
    assertThat(own.decide("set-cookie")).isEqualTo(Decision.HIDE_LINE);
  }

  @Test
  void hidesWhatIsTooLongForAName() {
    assertThat(keys.decide("x".repeat(8_192))).isEqualTo(Decision.KEEP);
    assertThat(keys.decide("x".repeat(8_193))).isEqualTo(Decision.HIDE);
  }

  @Test
  void tellsNamesApartThatHaveTheSameHash() {
    assertThat(keys.decide("pjO")).isEqualTo(Decision.KEEP);
    assertThat(keys.decide("pin")).isEqualTo(Decision.HIDE);
    assertThat(keys.decide("pjO")).isEqualTo(Decision.KEEP);
    assertThat(keys.decide(CharBuffer.wrap("pin"), 0, 3)).isEqualTo(Decision.HIDE);
    assertThat(keys.decide(CharBuffer.wrap("pjO"), 0, 3)).isEqualTo(Decision.KEEP);
  }

  @Test
  void decidesTheSameForMoreNamesThanItRemembers() {
    IntStream.range(0, 20_000).forEach(i -> {
      Decision expected = i % 3 == 0 ? Decision.HIDE : Decision.KEEP;
      String name = (i % 3 == 0 ? "password" : "colour") + i % 5_000;

      assertThat(keys.decide(name)).isEqualTo(expected);
    });
  }
}
