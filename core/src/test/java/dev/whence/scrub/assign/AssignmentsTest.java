package dev.whence.scrub.assign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.find.Marks;
import dev.whence.scrub.key.KeyRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssignmentsTest {
  /** What is the name before the operator, and what is none. */
  static Stream<String> names() {
    return Marks.rows("""
        password=‹x1y2›
        password: ‹x1y2›
        password:‹x1y2›
        password => ‹x1y2›
        password == ‹x1y2›
        password ==> ‹x1y2›
        password>=x1y2
        password{ *8}=‹x1y2›
        password{ *9}=x1y2
        password={ *8}‹x1y2›
        password\\=‹x1y2›
        password\\:x1y2
        password \\=x1y2
        db.password=‹x1y2›
        db-password=‹x1y2›
        $password=‹x1y2›
        user[password]=‹x1y2›
        user[0][pin]=‹x1y2›
        [password]=‹x1y2›
        password]=x1y2
        [Filtered]=x1y2
        password[Filtered]=x1y2
        pass%77ord=‹x1y2›
        "pass\\u0077ord":"‹x1y2›"
        "password":"‹x1y2›"
        'password': '‹x1y2›'
        `password`: `‹x1y2›`
        \\"password\\": \\"‹x1y2›\\"
        "password" : ‹4711›
        'password': must go
        'password': hunter two
        'password' : hunter two
        'password': ‹hunter›
        'password': ‹hunter› 2
        'password': ‹hunter2› two
        'password': ‹x1› two
        'password':‹hunter› two
        'password' = ‹hunter› two
        'password': rejected value [‹x1›]
        "password": ‹hunter› two
        \\\\\"password\\\\\":‹x1›
        {\\*64}"password":‹x1›
        f(a, password)=‹x1y2›
        f(a)(password)=‹x1›
        password:: token=‹x1›
        "password": must go
        '': x1y2
        "x\\npassword": "x1y2"
        "[EMAIL] password": "x1y2"
        "{a*56}password":"‹x1y2›"
        "{a*57}password":"x1y2"
        (password)=(‹x1y2›)
        (password) = ‹x1y2›
        f(password)=‹x1y2›
        ()=x1y2
        )=x1y2
        password::x1y2
        password://x1y2
        =x1y2
        :x1y2
         = x1y2
        1234 = x1y2
        12:x1y2
        api key: ‹x1y2›
        api key=‹x1y2›
        api{ *8}key=‹x1y2›
        api{ *9}key=x1y2
        account number: ‹4711›
        session id: ‹x1y2›
        email address: ‹x1y2›
        some key: x1y2
        key: x1y2
        api, key: x1y2
        {a*56}password=‹x1y2›
        {_*57}password=‹x1y2›
        password{_*56}=‹x1y2›
        password{_*57}=x1y2
        note=x1y2
        author=x1y2
        """);
  }

  /** Names that are places: a class of faults, a host before its port, a file before its line. */
  static Stream<String> places() {
    return Marks.rows("""
        x.TokenException: expired
        x.PasswordError: expired
        TokenFailure:expired
        TokenException=‹expired›
        exception_token:‹expired›
        auth-service:8080
        token.example.com:8080
        auth.example.com:80
        auth.example.com:‹8›
        auth.example.com:‹808080›
        auth.example.com:8080/x
        auth.example.com:‹8080x›
        auth.example.com:‹8080.5›
        auth.example.com=‹8080›
        example.auth:‹8080›
        token:‹8080›
        Token.java:8
        a/Token.java:88
        token.yml:12
        token.rb:‹x1›
        Token.java:‹x›
        java:8
        token-java:‹8›
        PasswordCheck:88
        Outer.PasswordCheck:88
        c.e.a.PasswordCheck:88 -
        Outer.passwordCheck:‹8›
        PasswordCheck.:‹8›
        PasswordCheck:‹88x›
        PasswordCheck:‹x1y2›
        PASSWORDCheck:‹8› of
        Password:‹88›
        passwordCheck:‹88›
        PasswordCheck2:‹88›
        Password_Check:‹88›
        """);
  }

  /** Where the value begins and ends. */
  static Stream<String> values() {
    return Marks.rows("""
        password=‹x1y2› b
        password=‹x1y2›,b
        password=‹x1y2›;b
        password=‹x1y2›&b
        password=‹x1y2›)b
        password=‹x1y2›]b
        password=‹x1y2›}b
        password=‹x1y2›<b
        password=‹x1y2›"b
        password=‹x1y2›\\nb
        password=‹x1y2›\u00a0b
        password=‹x1'y2›' b
        password=‹x1'y2›'
        password=‹x1\\y2›\\ b
        password=‹x1\\y2›\\
        password=‹x1›[EMAIL]
        password=[EMAIL]
        password=‹x1y2›. Next
        password={\\*7}"‹x1›{\\*7}" b
        password=‹\\x1› b
        password=‹x›
        password=‹x›.
        password=
        password:
        password=\\
        phone: ‹({1*33}›11
        phone: ‹+44 ABC 123›, b
        phone: ‹12 34-5›, b
        iban: ‹NL04 VABN 33›<
        iban: ‹NL04› V,
        iban: ‹NL04› va,
        password=‹x1y2.›.
        password=.
        password=‹[x1, "y]2", {z}]› b
        password=‹{x1: [y2]}› b
        password=‹[x1, y2›
        password=‹["a]›
        password=‹["a\\"]"]› b
        password=‹[x]y› b
        password=[Filtered] b
        password=[Filtered]… b
        password=[Filtered]
        password=‹[Filtered]x1› b
        password=(‹x1 y2›)
        password=(‹x1 y2›
        password: ‹(x1› y2)
        password="‹x1 \\"y2›" b
        password='‹x1 y2›' b
        password='‹x1 y2›
        password='‹it''s x1 y2›' b
        password='‹x1 y2''›
        password='' b'
        password="‹x1›""
        password=\\"‹x1 \\\\\\"y2›\\" b
        password=\\"‹x1›\\" b\\"
        password=\\\\\\"‹x1›\\\\\\" b
        password="‹x1\\\\›" b
        password=""
        password="[Filtered]"
        password="[Filtered]…"
        password="‹[Filtered]x›"
        password=null, token=, secret=***
        password=${x}
        password=
        password=
        password: must be set
        password: Must be set
        password:‹must› be set
        password=‹must› be set
        password: ‹mustard› x
        password: rejected value [‹x1 y2›]; b
        password: rejected value [‹x1 y2›
        Cookie: ‹a=1; b=2›\\nHost
        Cookie: ‹a=1; b=2›" x
        Cookie: [Filtered]
        Cookie: not set
        Cookie: ‹{a*128}=1; b›
        Cookie: {a*129}=1; b
        password: Bearer ‹x1y2›
        password: bearer ‹x1y2›
        password: Token ‹x1y2› b
        password: ‹Token›
        password: ‹Token›  ,
        phone: ‹0171 2345678›, b
        phone: ‹0171 2345678 1› b
        phone: ‹(0171) 2345678›, b
        phone: ‹(0171) 2345678›. Next
        phone: ‹(0171) 2345678› b
        phone: ‹(0171) 2345-678 /1.2›, b
        phone: ‹+44 7700 900429› b
        phone: ‹x1y2› and
        iban: ‹NL04 VABN 3372 1817 95› ok
        iban: ‹NL04 VABN 3372 1817 95›, ok
        iban: ‹NL04› V
        iban: ‹NL04› Vab
        phone: [PHONE] 4711
        account number: ‹{1234 *6}1234› 5678 9
        token=‹x1y2›, tokens=12
        max_tokens=12
        mail=anna@x
        """);
  }

  static Stream<String> authorizations() {
    return Marks.rows("""
        Authorization: Bearer ‹x1y2› b
        Authorization: Bearer ‹x1y2›. Next
        Authorization: Bearer ‹x1y2›, b
        Authorization: Bearer ‹x›
        authorization=Basic ‹dTpw›
        Authorization: AWS4-HMAC-SHA256 ‹Credential=x1, Signature=y2›\\nb
        Authorization: Digest ‹username="x1", response="y2"›\\nb
        Authorization: Digest ‹username="x1"›' b
        Authorization: Custom ‹key=x1› b
        Authorization: Bearer [Filtered] b
        Authorization: Bearer ‹x1›"b
        Authorization: Bearer ‹x1›'b
        Authorization: Bearer ‹x1›<b
        Authorization: Bearer ‹x1›;b
        Authorization: ‹Bearer›
        Authorization: ‹Bearer› \\nb
        Authorization: Bearer ‹-x1y2›, b
        Authorization: Bearer ‹+x1/›
        Authorization: Bearer ‹/x1+=› b
        Authorization: ‹Bearer› =b
        Authorization: ‹x1y2›
        Authorization: ‹x1y2›, b
        Authorization: ‹x1y2z3a4b5› for b
        Authorization: ‹x1y2z3a4b5 c6d7e8f9g0h1› b
        Authorization: ‹abcdefghijklmnopqrstuvwxy› b
        Authorization: abcdefghijklmnopqrstuvwx ‹b›
        Authorization: OAuth2 ‹x1y2z3a4› b
        Authorization: SCRAM-SHA-256 ‹x1y2› b
        Authorization: must be set
        Authorization: x ‹a="{b*4093}›b
        """);
  }

  /** What looks like a name and its operator in other languages, and values of several lines. */
  static Stream<String> syntaxes() {
    return Marks.rows("""
        &quot;password&quot;:&quot;‹x1y2›&quot;,&quot;n&quot;:7
        {&#34;password&#34; : &#34;‹x1y2›&#34;}
        &apos;pin&apos;=&#39;‹x1y2›&#39;
        &quot;note&quot;:&quot;x1y2&quot;
        &quot;password&amp;:x1y2
        quot;password;:x1y2
        &quot;password&quot;:&quot;[Filtered]&quot;
        password=&quot;‹x1›
        unexpected token: x1
        Unexpected token: x1
        expected token: ‹x1›
        <saml:Assertion x="1">
        </saml:Assertion>
        <saml:‹x1› b
        <saml:‹Assertion›
        (saml:‹Assertion›)
        tel:x1
        tel: ‹x1›
        tel=‹x1›
        one-time otp code: ‹x1›
        password = \"""‹x"1'›\""" b
        password = \"""‹x1›
        password: |\\n  ‹x1\\n   y2›\\n z3
        password: >-\\n  ‹x1›
        password: |\\nx1
        password: ‹|x1›
        """);
  }

  /** What stands for a value. */
  static Stream<String> references() {
    return Marks.rows("""
        where password = $1 and
        where pin = $12
        where pin = $123
        where pin = ‹$1234›
        where pin = ‹$x›
        where password = :password and
        where password = @PASSWORD and
        where user_password = :password and
        where password = ‹:user_password› and
        where password = ‹:passwort› and
        query($token: String!) {
        query($token: String, $pin: Int)
        query($token: ‹String.x›)
        query(token: ‹String!›)
        query($token: ‹string!›)
        query($token: ‹String!!›)
        token: $token
        token=$token
        token=‹$tokens›
        password=encode("x")
        password = a.b.encode()
        password=‹1encode(›)
        password={a*127}()
        password=‹{a*128}(›
        """);
  }

  @ParameterizedTest
  @MethodSource("names")
  void beginWithASensitiveName(String text) {
    assertThat(shown(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("places")
  void areNoPlaces(String text) {
    assertThat(shown(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("values")
  void goOnToTheEndOfTheValue(String text) {
    assertThat(shown(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("authorizations")
  void keepTheSchemeOfAnAuthorization(String text) {
    assertThat(shown(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("syntaxes")
  void knowsTheSyntaxesOfOthers(String text) {
    assertThat(shown(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("references")
  void areNoReferences(String text) {
    assertThat(shown(text)).isEqualTo(text);
  }

  private static String shown(String text) {
    return Marks.shown(text, "= :", new Assignments(KeyRules.standard())::find);
  }
}
