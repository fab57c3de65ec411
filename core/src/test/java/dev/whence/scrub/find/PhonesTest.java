package dev.whence.scrub.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhonesTest {
  static Stream<String> numbers() {
    return Marks.rows("""
        ‹342-555-0194›, ‹342.555.0194› or ‹342 555 0194›
        ‹1-342-555-0194›
        ‹1 342 555 0194›
        ‹342-555-0194›.
        ‹342-555-0194›- x
        ‹200-200-0100›
        123-456-7890
        142-555-0194
        342-155-0194
        342-055-0194
        342-555-01943
        342-555-0194x
        342-555-0194-1
        342-555-0194.5
        3425-555-019
        342--555-0194
        342-555--0194
        342/555/0194
        3425550194
        342-5550194
        342-555-019
        34-2555-0194
        x342-555-0194
        ‹1.342-555-0194›
        5-342-555-0194
        phone ‹0171 2345678›
        phone: ‹0171/234-5678›
        phone ‹1234567›, phones ‹1234567›
        mobile ‹0171.2345678› now
        tel ‹07700900429›; sms ‹07700900429›! fax ‹07700900429›
        Cellphone ‹1234567› telephone ‹1234567› phoneNumber ‹1234567›
        call{.*20}‹1234567›
        call{.*21}1234567
        call ‹123456789012345›
        call 1234567890123456
        call ‹12 34 56 78›
        call ‹12 -34567›
        call 12 - 34567
        call 12  - 34567
        call ‹01 23 45 67 89 01› 23
        call 123456
        call ‹1234567› 8
        call ‹1234567 89›
        call ‹1234567› 8x
        call ‹12345678901› 234
        call 1763786521
        call ‹17637865211›
        call 1763786521123
        call ‹2763786521›
        call ‹2763786521123›
        call 1999 12 31
        call 2026.12.31
        call ‹1899 12 31›
        call 192.168.100.12
        call ‹192.168.10012›
        call [x] 1234567
        recall 1234567
        calls 1234567
        call 1234567x
        call 1234567@
        call x1234567
        1234567
        """);
  }

  static Stream<String> international() {
    return Marks.rows("""
        ‹+44 7700 900429›
        ‹+44 (0)7700 900429›, ‹+49-30-1234567›
        ‹+1.342.555.0194›.
        ‹+447700900429›
        a ‹+44/7700/900429›
        tel:‹+15555550123›
        ‹+12345678›
        ‹+123456789012345›
        ‹+44 7700 900429› 5
        ‹+44 7700 9004› 2x
        ‹+44  7700  900429›
        +44   7700
        +1234567
        +123 4567
        +1234567890123456
        +
        +x44 7700 900429
        1+44 7700 900429
        a+44 7700 900429
        _+44 7700 900429
        -‹+44 7700 900429›
        +44 7700 900429x
        """);
  }

  static Stream<String> parentheses() {
    return Marks.rows("""
        ‹(342) 555-0194›
        ‹(342)555-0194›
        ‹(342).555.0194›
        ‹(030) 1234567›
        ‹(030) 12 34 56›
        ‹(030)-1234/567› x
        ‹(01) 23456›
        ‹(01234) 56›
        dial ‹(342) 555-0194›.
        (01) 2345
        (01) 234
        (012345) 6789
        (1) 555-0194
        (0) 1234567
        (342) 155-0194
        (342) 555-01943
        (342) 555-019
        (342) 5550194
        (34) 255-0194
        (342 555-0194
        (342] 555-0194
        (34x) 555-0194
        f(342) 555-0194
        1(342) 555-0194
        (342)
        (030)
        (
        """);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void areFoundByTheirGroupsOrTheWordBefore(String text) {
    assertThat(Marks.shown(text, "0-9", Phones::find)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("international")
  void areFoundByTheirCountry(String text) {
    assertThat(Marks.shown(text, "+", Phones::findInternational)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("parentheses")
  void areFoundByTheirParentheses(String text) {
    assertThat(Marks.shown(text, "(", Phones::findInParentheses)).isEqualTo(text);
  }
}
