package dev.whence.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FreeTextTest {
  private final Scrubber scrubber = Scrubber.standard();

  static Stream<Arguments> sensitive() {
    return Tables.rows("""
        Mailbox hanna.meyer@example.org is full → Mailbox [EMAIL] is full
        from <o'brien@mail.example.co.uk>. → from <[EMAIL]>.
        a@b.org,c@d.org → [EMAIL],[EMAIL]
        jürgen@müller.example unknown → [EMAIL] unknown
        id 342-555-0194@sms.example.net → id [EMAIL]
        Key (email)=(oskar+spam@example.net) already exists. → Key (email)=([Filtered]) already exists.
        (note)=(oskar+spam@example.net) → (note)=([EMAIL])
        /people/diego%40example.com?x=1 → /people/[EMAIL]?x=1
        /people/diego%2540example.com/x → /people/[EMAIL]/x
        /people/%64iego%40example.com/x → /people/[EMAIL]/x
        in anna@example.org... → in [EMAIL]...
        x@y.xn--p1ai → [EMAIL]
        anna@example.org.-4111111111111111 → [EMAIL].-[CARD]
        1. anna@example.org.2. ben@example.org → 1. [EMAIL].2. [EMAIL]
        scott/tiger@db.example.com:1521 → scott/[EMAIL]:1521
        number +44 7700 900429 in cell 12 → number [PHONE] in cell 12
        +49 (0)30 12345-678 rang → [PHONE] rang
        tel:+15555550123 → tel:[PHONE]
        +33 6 12 34 56 78, +1 415 555 2671 → [PHONE], [PHONE]
        Dial (342) 555-0194 failed → Dial [PHONE] failed
        (030) 1234567 → [PHONE]
        at 342-555-0194. → at [PHONE].
        at 342.555.0194 → at [PHONE]
        1-800-555-0199 → [PHONE]
        call 0171 2345678 now → call [PHONE] now
        Telephone 12345678 → Telephone [PHONE]
        sms to 07700900429 → sms to [PHONE]
        4111111111111111 → [CARD]
        charge on 4111 1111 1111 1111 refused (05) → charge on [CARD] refused (05)
        4111-1111-1111-1111 12/27 → [CARD] 12/27
        amex 378282246310005! → amex [CARD]!
        378282-246310005 → 378282-246310005
        3782 822463 10005 → [CARD]
        05 5105 1051 0510 5100 → 05 [CARD]
        diners 30569309025904 → diners [CARD]
        n=6011111111111117; → n=[CARD];
        mc 2223003122003222 → mc [CARD]
        password=hunter2 host=ldap → password=[Filtered] host=ldap
        password = hunter2 → password = [Filtered]
        password: hunter2. Retry → password: [Filtered]. Retry
        password => 'hunter2' → password => '[Filtered]'
        "password":"hun\\"ter2","a":1 → "password":"[Filtered]","a":1
        {\\"client_secret\\": \\"74mJ\\", \\"a\\": 1} → {\\"client_secret\\": \\"[Filtered]\\", \\"a\\": 1}
        {"a":1,"token":"Y4hDUMM → {"a":1,"token":"[Filtered]
        {"pin":1234,"a":1} → {"pin":[Filtered],"a":1}
        {"creditCard":{"number":"51","x":[1]},"cart":"c"} → {"creditCard":[Filtered],"cart":"c"}
        {"otp":[1,"]",2],"cart":"c"} → {"otp":[Filtered],"cart":"c"}
        Session[id=99, token=a3b2, idle=true] → Session[id=99, token=[Filtered], idle=true]
        user[password]=x1&b=2 → user[password]=[Filtered]&b=2
        Login(user=a, pwd=b) → Login(user=a, pwd=[Filtered])
        api key: abc123 → api key: [Filtered]
        account number: 12 34567 890 → account number: [Filtered]
        phone: 0171 2345678, x → phone: [Filtered], x
        iban: NL04 VABN 3372 1817 95 → iban: [Filtered]
        pass%77ord=hunter2&a=1 → pass%77ord=[Filtered]&a=1
        /verify?resetToken=SBP8&lang=is → /verify?resetToken=[Filtered]&lang=is
        GET /x?cfg=%7B%22apiKey%22%3A%22f5zR%22%7D&r=1 → GET /x?cfg=[Filtered]&r=1
        GET /x?next=%2Fy%3Ftoken%3Df5zR&r=1 → GET /x?next=[Filtered]&r=1
        "url":"/x?token=abc"} → "url":"/x?token=[Filtered]"}
        /x;jsessionid=A1B2?y=1 → /x;jsessionid=[Filtered]
        Authorization: Bearer abc.def → Authorization: Bearer [Filtered]
        Authorization: Token t0k → Authorization: Token [Filtered]
        authorization=Basic dTpw → authorization=Basic [Filtered]
        sent Bearer abcdefghijklmnopq → sent Bearer [Filtered]
        sent bearer a-1, ok → sent bearer [Filtered], ok
        sent Basic dXNlcjpwYXNz → sent Basic [Filtered]
        redis://:RocketLantern@cache:6379/2 down → redis://[Filtered]@cache:6379/2 down
        https://svc:p@ss@repo.example/m2 → https://[Filtered]@repo.example/m2
        Cookie: a=1; b=2\\nHost: x → Cookie: [Filtered]\\nHost: x
        password=hunter2\\npassword=hunter3 → password=[Filtered]\\npassword=[Filtered]
        Caused by: x.TokenException: token=a1 → Caused by: x.TokenException: token=[Filtered]
        \\tat not a frame token=a1 → \\tat not a frame token=[Filtered]
        card-pin:1234 → card-pin:[Filtered]
        password=${DB:-s3cret} → password=[Filtered]}
        """);
  }

  static Stream<String> harmless() {
    return Tables.lines("""
        Order 17 not found
        logo@2x.png
        banner@mobile.png
        banner@cdn.mobile.png
        shop@2.3.0
        shop@2.3.0.RELEASE
        user@1.2.3
        Token@1b6d3586
        @angular/core@17.0.1
        @Value("x")
        svc@localhost is down
        git@github.com:org/repo.git
        @@@@ a@ @b
        took 1,245.7 ms for 10,000 rows
        1763786521123 is after 1763786599999
        call at 1763786521 took 1763786521123
        call on 2026-03-04 05:06:07
        call from 192.168.100.12
        order 07700900429
        telemetry 12345678
        4440014020205873
        4111111111111112
        x4111111111111111
        4111111111111111.5
        2026-03-04T05:06:07+01:00
        request 117b5a4f-56b2-4e53-9767-ad56f2788611 timed out
        978-0-12-345678-6
        sha c9251f8f67bf8440ae7e392ce37577e72ff3fe8c
        f(123) 456-7890
        1+12345678
        123-456-7890
        2026-11-22 10:00:00.123456
        version 17.0.15+6-LTS
        password is required
        password must not be blank
        password: must not be blank
        user.email: is not well-formed
        E-mail is not configured for tenant 41
        Unexpected token ')' at 3:14
        Unexpected token: ')' at 3
        Cannot invoke "com.sample.Session.token()" because "session" is null
        Cannot read field "password" because "<local1>.token" is null
        placeholder 'mail.api-key' in value "${mail.api-key}"
        password=${DB_PASSWORD}
        password=null, token=, secret=***
        sso=false
        {"field":"password","code":"NotBlank"}
        required: ["email","password"]
        grant_type=password&scope=openid email phone
        {"max_tokens": 4096}
        token_count=12
        https://sample.example/help/reset-password?src=footer
        jdbc:h2:mem:tokens;DB_CLOSE_DELAY=-1
        http://auth.example.com:8080/login
        auth-service:8080 refused
        https://github.com/@scope/x
        x.PasswordExpiredException: expired 3 days ago
        TokenCache warmed in 14 ms
        TokenMailer.java:88
        \\tat com.sample.auth.TokenMailer.send(TokenMailer.java:88)
        \\n    at app//x.Auth.<init>(Auth.java:9) ~[auth-token-1.0.jar:1.0]
        \\tat java.base/x.Y$Lambda.run(Native Method)
        Token::value
        Bearer token is required
        Bearer authentication.
        Basic usage
        basic 12345678
        50% of 30%
        100%25 done
        a%20b%2Fc
        Cookie: not set
        if (token != null) return
        mail: weekly digest
        class=Author, keyboard=us
        [Filtered] [EMAIL] [PHONE] [CARD] [Scrub failed]
        phone [EMAIL] 1234567
        """);
  }

  @ParameterizedTest
  @MethodSource("sensitive")
  void masksTheMatchAndNothingElse(String text, String masked) {
    assertThat(scrubber.scrubText(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @MethodSource("sensitive")
  void leavesWhatIsMaskedAlone(String text, String masked) {
    assertThat(scrubber.scrubText(masked)).isSameAs(masked);
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void returnsCleanTextAsTheSameInstance(String text) {
    assertThat(scrubber.scrubText(text)).isSameAs(text);
  }

  @Test
  void masksIpAddressesOnlyUnderTheirKeys() {
    assertThat(scrubber.scrubText("connect to 192.0.2.7 failed")).contains("192.0.2.7");
    assertThat(scrubber.scrub("X-Forwarded-For", "192.0.2.7")).isEqualTo("[Filtered]");
  }

  @Test
  void cutsLongTextBeforeItLooks() {
    String text = "a".repeat(20) + " x".repeat(10_000);

    assertThat(scrubber.scrubText(text)).startsWith("aaa").endsWith("…").hasSizeLessThan(8_193);
  }

  @Test
  void cutsBeforeAWordThatWouldBeLeftHalf() {
    String text = "x ".repeat(4_090) + "anna@example.org was here";

    assertThat(scrubber.scrubText(text)).endsWith("x…").doesNotContain("anna");
  }

  @Test
  void cutsBeforeANumberThatWouldBeLeftHalf() {
    String text = "x ".repeat(4_088) + "4111 1111 1111 1111 was here";

    assertThat(scrubber.scrubText(text)).endsWith("x…").doesNotContain("4111");
  }

  @Test
  void masksASecretThatTouchesTheCut() {
    String text = "{\"token\":\"" + "a1".repeat(6_000) + "\"}";

    assertThat(scrubber.scrubText(text)).isEqualTo("{\"token\":\"[Filtered]…");
  }

  @Test
  void neverCutsACharacterInTwo() {
    String text = "x" + "\uD83D\uDE00".repeat(5_000);

    assertThat(scrubber.scrubText(text)).endsWith("\uD83D\uDE00…");
  }
}
