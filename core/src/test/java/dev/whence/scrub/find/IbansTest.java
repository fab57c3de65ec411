package dev.whence.scrub.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IbansTest {
  static Stream<String> texts() {
    return Marks.rows("""
        ‹NL91ABNA0417164300›
        pay ‹NL91 ABNA 0417 1643 00› now
        pay ‹NL91-ABNA-0417-1643-00›.
        ‹DE89370400440532013000›, ‹GB29NWBK60161331926819›
        ‹NO9386011117947›
        ‹BE68539007547034›
        ‹MT84MALT011000012345MTLCAST001S›
        ‹LC55HEMM000100010012001200023015›
        ‹FR1420041010050500013M02606›
        ‹ES9121000418450200051332›;
        "‹CH9300762011623852957›"
        ‹XK051212012345678906›
        ‹AD1200012030200359100100›
        ‹YE15CBYE0001018861234567891234›
        NL91ABNA0417164301
        NL91ABNA041716430
        NL91ABNA04171643001
        NL91ABNA0417164300x
        NL91ABNA0417164300_
        xNL91ABNA0417164300
        nl91abna0417164300
        NL91abna0417164300
        NL9XABNA0417164300
        NLX1ABNA0417164300
        NL91  ABNA 0417 1643 00
        NL91 ABNA0 417164300
        NL9 1ABNA0417164300
        N L91ABNA0417164300
        NL91 ABNA 0417 1643 0
        NL91 ABNA 0417 1643
        NL91 ABNA 0417.1643 00
        NL91/ABNA/0417/1643/00
        ZZ91ABNA0417164300
        NL91
        NL9
        NL
        """);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void findsAccountNumbersAndNothingElse(String text) {
    assertThat(Marks.shown(text, Ibans.COUNTRIES, Ibans::find)).isEqualTo(text);
  }
}
