package dev.whence.scrub.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JwtsTest {
  static Stream<String> texts() {
    return Marks.rows("""
        ‹eyJhbGciOiJub25lIn0.eyJzdWIiOiJGQUtFIn0.c2lnRkFLRQ›
        sent ‹eyJhbGciOiJub25lIn0.eyJzdWIiOiJGQUtFIn0.c2lnRkFLRQ›.
        sent ‹eyJhbGciOiJub25lIn0.eyJzdWIiOiJGQUtFIn0›. And
        sent ‹eyJhbGciOiJub25lIn0.eyJzdWIiOiJGQUtFIn0›.
        "‹eyJhbGciOiJub25lIn0.eyJzdWIi›"
        ‹eyJhbGciOiJub25lIn0›.
        ‹eyJhbGciOiJub25lIn0..aXY.Y3Q.dGFn›, x
        ‹eyJhbGciOiJub25lIn0.a.b.c.d›.e
        ‹eyJhbGciOiJub25lIn0.a_b-c.d›/e
        ‹eyJhbGciOjF9.eyJh›
        ‹eyJhbGciOiJub25lIn0x9.eyJh›
        ‹eyJhbGciOiJub25lIn0xx.eyJh›
        eyJhbGciOiJub25lIn0
        eyJhbGciOiJub25lIn0 .eyJzdWIi
        eyJhbGciOiJub25lIn0+.eyJzdWIi
        eyJhbGciOi.eyJzdWIi
        eyJhbGciOiJ.eyJzdWIi
        eyJ0eXAiOiJKV1QifQ.eyJzdWIi
        eyJ.eyJ.eyJ
        eyK
        eyJ
        xeyJhbGciOiJub25lIn0.eyJzdWIi
        eyIhbGciOiJub25lIn0.eyJzdWIi
        ‹eyJhbGciOiJub25l{A*2032}.eyJh›
        eyJhbGciOiJub25l{A*2033}.eyJh
        """);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void findsTokensByTheirHeadersAndNothingElse(String text) {
    assertThat(Marks.shown(text, "eyJ", Jwts::find)).isEqualTo(text);
  }
}
