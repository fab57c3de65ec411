package dev.whence.scrub.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SocialSecurityTest {
  static Stream<String> texts() {
    return Marks.rows("""
        ‹219-09-9999›
        was ‹219-09-9999› of
        ‹219-09-9999›.
        ‹219-09-9999›-
        ‹219-09-9999›- x
        ‹001-01-0001›, ‹899-99-9999›, ‹665-01-0100›, ‹667-01-0100›
        000-01-0001
        666-01-0001
        900-01-0001
        987-65-4321
        219-00-9999
        219-09-0000
        219-09-999
        219-09-99999
        219-9-99999
        2190-9-9999
        219-0909999
        21-909-9999
        219.09.9999
        219/09/9999
        219-09 9999
        219 09-9999
        219-09-9999-B
        219-09-9999-1
        219-09-9999.5
        219-09-9999_
        219-09-9999x
        219-09-9999@
        x219-09-9999
        _219-09-9999
        1.219-09-9999
        1-219-09-9999
        a-‹219-09-9999›
        219 09 9999
        SSN ‹219 09 9999›
        ssn: ‹219 09 9999›
        social security no ‹219 09 9999› is
        ssn 000 09 9999
        ssn 219 00 9999
        ssn 219 09 0000
        ssn ‹219 09 9999› 5
        ssn 219 09 9999-5
        219099999
        ssn ‹219099999›
        SSNs: ‹219099999›
        security{ *16}‹219099999›
        security{ *17}219099999
        ssn{.*21}‹219099999›
        ssn{.*22}219099999
        xssn 219099999
        ssnx 219099999
        ssn [x] 219099999
        ssn @ 219099999
        ssn 2190999991
        ssn 21909999
        ssn 219099999.5
        ssn 219099999x
        ssn 666099999
        ssn 219009999
        ssn 219090000
        ssn 987099999
        """);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void findsNumbersThatAreIssuedAndNothingElse(String text) {
    assertThat(Marks.shown(text, "0-9", SocialSecurity::find)).isEqualTo(text);
  }
}
