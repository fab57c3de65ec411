package dev.whence.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SensitiveKeysTest {
  private static final String VALUE = "x7Yq";

  private final Scrubber scrubber = Scrubber.standard();

  static Stream<String> sensitive() {
    return Tables.lines("""
        password
        PassWord
        PASSWORD
        new_password
        passwordConfirmation
        user[password]
        pass%77ord
        pass-word
        passwd
        passphrase
        secret
        clientSecret
        client_secret
        secretaryPasswordHint
        apikey
        api-key
        API_KEY
        x.api.key
        X-Api-Key
        apiKeys
        accessKeyId
        aws_access_key
        private_key
        encryptionKey
        license key
        anthropicKey
        creditCard
        cardNumber
        credentials
        Authorization
        proxy-authorization
        JSESSIONID
        sessionId
        dateOfBirth
        medicalRecordNumber
        accountNumber
        passport
        phoneNumber
        emailAddress
        csrfToken
        token
        access_token
        refreshToken
        XSRFToken
        X-XSRF-TOKEN
        pwd
        DB_PWD
        db_pass
        userPass
        ssn
        SSN
        patient.ssn
        sso
        samlResponse
        jwt
        bearer
        auth
        x-auth
        auth0
        cvv
        cvc2
        iban
        pin
        pinCode
        otp
        smsOtp
        connect.sid
        dob
        mrn
        phone
        homePhone
        mobile
        email
        e-mail
        eMail
        signature
        X-Sig
        hmac
        Cookie
        set-cookie
        X-Forwarded-For
        X-Real-IP
        """);
  }

  static Stream<String> harmless() {
    return Tables.lines("""
        className
        author
        author_id
        authority
        isAuthenticated
        keyboard
        keyboard_layout
        microphone
        processor
        lesson
        passOrder
        crossOrigin
        secretary
        secretariat
        side
        inside
        spin
        pineapple
        shipping
        options
        mailbox
        mailHost
        mobility
        automobile
        signal
        design
        tokenizer
        monkey
        key
        keys
        primaryKey
        sortKey
        compass
        session
        username
        userId
        card
        cart
        name
        status
        url
        colour
        cookieConsent
        telephoneless
        ibanez
        """);
  }

  @ParameterizedTest
  @MethodSource("sensitive")
  void masksTheValueOfASensitiveKey(String key) {
    assertThat(scrubber.scrub(key, VALUE)).isEqualTo("[Filtered]");
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void keepsTheValueOfAHarmlessKey(String key) {
    assertThat(scrubber.scrub(key, VALUE)).isSameAs(VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "max_tokens, 4096",
    "token_count, 12",
    "tokens, 30",
    "promptTokens, 7",
    "total-tokens, 123456789"
  })
  void keepsNumbersThatCountTokens(String key, String value) {
    assertThat(scrubber.scrub(key, value)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "token, 123456",
    "max_tokens, abc",
    "token_count, 1234567890",
    "smsToken, 4096",
    "tokens, a1"
  })
  void masksTokensThatAreNoCount(String key, String value) {
    assertThat(scrubber.scrub(key, value)).isEqualTo("[Filtered]");
  }

  @Test
  void masksMailOnlyIfItIsAnAddress() {
    assertThat(scrubber.scrub("mail", "anna@intranet")).isEqualTo("[Filtered]");
    assertThat(scrubber.scrub("mail", "weekly")).isEqualTo("weekly");
  }

  @Test
  void hidesTheApplicationsOwnKeysHoweverTheyAreWritten() {
    Scrubber own = Scrubber.builder().hideKey("patient_name").build();

    assertThat(own.scrub("patientName", "Jo")).isEqualTo("[Filtered]");
    assertThat(own.scrub("PATIENT-NAME", "Jo")).isEqualTo("[Filtered]");
    assertThat(own.scrub("patientNameLength", "2")).isEqualTo("2");
    assertThat(own.scrubText("patient_name=Jo, ward=3"))
        .isEqualTo("patient_name=[Filtered], ward=3");
  }

  @Test
  void keepsAKeyThatIsAlsoHidden() {
    Scrubber own = Scrubber.builder().hideKey("token_id").keepKey("tokenId").build();

    assertThat(own.scrub("token_id", "t-1")).isEqualTo("t-1");
    assertThat(own.scrub("token_id", "a@b.org")).isEqualTo("[EMAIL]");
  }

  @Test
  void decidesTheSameInATurkishLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(Scrubber.standard().scrub("API_KEY_ID", VALUE)).isEqualTo("[Filtered]");
      assertThat(Scrubber.standard().scrub("PIN", VALUE)).isEqualTo("[Filtered]");
      assertThat(Scrubber.standard().scrubText("CREDENTIALS=x1y2"))
          .isEqualTo("CREDENTIALS=[Filtered]");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void decidesTheSameForMoreKeysThanItRemembers() {
    IntStream.range(0, 5_000).forEach(i -> {
      assertThat(scrubber.scrub("colour" + i, VALUE)).isSameAs(VALUE);
      assertThat(scrubber.scrub("password" + i, VALUE)).isEqualTo("[Filtered]");
    });
  }
}
