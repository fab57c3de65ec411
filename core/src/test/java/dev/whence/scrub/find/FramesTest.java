package dev.whence.scrub.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.text.Span;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FramesTest {
  /** Each with a bar where the frame ends that begins at its "at". */
  static Stream<String> lines() {
    return Marks.rows("""
        \\tat a.B.c(D.java:1)|
         at a.B.c(D.java:1)| x
        x\\n    at a.B.c(D.java:1)|\\n
        \\tat app//java.base@17/a.B$C.<init>(Native Method)|
        \\tat a.B-C.c(D.kt:1) ~[auth-1.0.jar:1.0]|
        \\tat a.B.c(D.kt:1) [auth-1.0.jar:?]| x
        \\tat a.B.c(D.kt:1)| ~auth
        \\tat a.B.c(D.kt:1)| (x)
        \\tat a.B.c(D.kt:1)| ~[auth
        \\tat a.B.c(D.kt:1)| ~[a=b]
        \\tat a.B.c(D.kt:1)|[a]
        {\\t*16}at a.B.c(D.kt:1)|
        x\\n{\\t*16}at a.B.c(D.kt:1)|
        \\tat {a*512}(D.kt:1)|
        \\tat a({D*128})|
        \\tat a() [{x*128}]|
        \\tat a()| [{x*129}]
        """);
  }

  static Stream<String> others() {
    return Marks.rows("""
        at a.B.c(D.java:1)
        x at a.B.c(D.java:1)
        x\\tat a.B.c(D.java:1)
        \\n{\\t*17}at a.B.c(D.kt:1)
        \\tat\\ta.B.c(D.java:1)
        \\tatt a.B.c(D.java:1)
        \\tat a.B.c
        \\tat a.B c(D.java:1)
        \\tat a.B=c(D.java:1)
        \\tat a.B.c(D.java:1
        \\tat a.B.c(D.java=1)
        \\tat {a*513}(D.kt:1)
        \\tat a({D*129})
        """);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void areSteppedOver(String line) {
    String text = line.replace("|", "");

    long found = Frames.find(text, text.indexOf("at "), 0);

    assertThat(Span.isHit(found)).isFalse();
    assertThat(Span.next(found)).isEqualTo(line.indexOf('|'));
  }

  @ParameterizedTest
  @MethodSource("others")
  void areNotSeenInOtherText(String text) {
    int at = text.indexOf("at");

    assertThat(Frames.find(text, at, 0)).isEqualTo(Span.miss(at));
  }
}
