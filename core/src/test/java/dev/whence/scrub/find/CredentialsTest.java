package dev.whence.scrub.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialsTest {
  static Stream<String> schemes() {
    return Marks.rows("""
        sent Bearer ‹abcdefghijklmnop›
        sent Bearer abcdefghijklmno
        sent bearer ‹a-1›, BEARER ‹a_b›; Bearer ‹a.b› and Bearer ‹a1›.
        Bearer ‹abcdefghijklm/+~=› b
        Bearer a/b
        Bearer ‹{x*8192}›y
        Bearer{ *8}‹a-1›
        Bearer{ *9}a-1
        Bearer\\n a-1
        Bearera-1
        bearers a-1
        Bearer token
        Bearer
        Bearer .
        Basic ‹dXNlcjpGQUtF› x
        basic ‹OkZBS0U=›.
        BASIC ‹dXNlcjpGQUtF›
        Basic dXNlckZBS0U=
        Basic usage
        Basic us-age
        Basic 12345678
        """);
  }

  static Stream<String> urls() {
    return Marks.rows("""
        https://‹demo:x1y2›@db.example/a
        https://‹demo›@db.example/a
        redis://‹:x1y2›@cache:6379/2
        https://‹demo:x@y›@db.example/a@b
        https://‹demo:x@y›@db.example?a@b
        https://‹demo:x@y›@db.example#a@b
        "https://‹demo:x›@a"@b
        (https://‹demo:x›@a b@c)
        https://‹demo:x›@a,ftp://‹demo:y›@b/
        https://db.example/a@b
        https://@db.example/
        https://[Filtered]@db.example/a
        https://demo:[Filtered]@db.example/a
        https://‹{a*1023}›@b
        https://{a*1024}@b
        https:/demo:x@b
        //‹demo:x1y2›@db.example/a
        x=//‹demo:x1y2›@a, "//‹demo:x›@b" '//‹demo:x›@c' (//‹demo:x›@d) //‹demo:x›@e
        //demo@db.example/a:b@c
        a//demo:x1y2@db.example/a
        ///demo:x@a
        //a.example/b:c@d
        ://@
        """);
  }

  static Stream<String> oracle() {
    return Marks.rows("""
        jdbc:oracle:thin:demo/‹x1y2›@db.example:1521
        JDBC:ORACLE:thin:demo/‹x1/y2›@db
        url=jdbc:oracle:oci8:demo/‹x1y2›@//db/a
        jdbc:oracle:thin:@//db.example:1521/demo
        jdbc:oracle:thin:demo/@db
        jdbc:oracle:thin:demo@db/x1y2@z
        jdbc:oracle:thin:demo/x1y2 @db
        jdbc:oracle:thin:demo/[Filtered]@db
        jdbc:mysql:thin:demo/x1y2@db
        jdbc:oracle
        jdbc:oracle:{a*1000}/‹{x*10}›@db
        jdbc:oracle:{a*1000}/{x*11}@db
        """);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void areFoundBehindTheirScheme(String text) {
    assertThat(Marks.shown(text, "be Be BE ba Ba BA", Credentials::findScheme)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("urls")
  void areFoundInTheAuthorityOfAUrl(String text) {
    assertThat(Marks.shown(text, ":/ //", Credentials::findUserInfo)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("oracle")
  void areFoundInOraclesUrls(String text) {
    assertThat(Marks.shown(text, "jd JD", Credentials::findOracle)).isEqualTo(text);
  }
}
