package dev.whence.scrub.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmailsTest {
  static Stream<String> texts() {
    return Marks.rows("""
        ‹anna@example.org›
        to ‹anna@example.org›, ‹ben@example.com›.
        <‹anna.b+c-d'e_f@mail.example.co.uk›>
        ‹jürgen@müller.example›
        ‹anna@example.org›.
        ‹anna@example.org›...
        ‹anna@example.org›-
        ‹anna@example.org›.5
        ‹anna@example.org›-x
        ‹anna@example.xn--p1ai›
        ‹anna@example.xn--p1-ai›
        ‹anna%40example.org›, ‹anna%2540example.org›
        ‹a%2bb@example.org›
        ..‹anna@example.org›
        '‹anna@example.org›'
        +‹anna@example.org›
        anna@example
        anna@example.
        anna@example.o
        ‹anna@example.oo›
        anna@example.org2
        anna@example.2rg
        ‹anna@example.or›.2
        anna@.example.org
        anna@example..org
        @example.org
         @example.org
        .@example.org
        anna @example.org
        anna@ example.org
        git@example.org:a/b
        git@example.org
        ‹gits@example.org›
        anna@example.org(
        anna@example.org(1)
        shop@2.3.0.RELEASE
        logo@2x.png
        logo@2x.PNG
        anna@example.java
        anna@x.final
        anna@1.2.3
        anna%4example.org
        anna%41example.org
        anna%25example.org
        anna%254example.org
        %40
        %2540example.org
        ‹{a*64}@example.org›
        a‹{a*64}@example.org›
        ‹a@{b*250}.org›
        a@{b*253}.org
        ‹a@example.{o*24}›
        a@example.{o*25}
        """);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void findsAddressesInPlainAndEncodedAndNothingElse(String text) {
    assertThat(Marks.shown(text, "@ %", Emails::find)).isEqualTo(text);
  }
}
