package dev.whence.scrub.assign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.find.Marks;
import dev.whence.scrub.key.KeyRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoordinatesTest {
  static Stream<String> texts() {
    return Marks.rows("""
        arn:aws:secret:eu-west-1
        arn:aws/x.y-z:secret:eu-west-1
        urn:x:secret:eu1
        com.example:auth-key:jar1
        x com.example:auth-key:jar1
        a:secret:‹eu1›
        com:secret:‹eu1›
        com.a:b:secret:‹eu1›
        com/a.b:secret:‹eu1›
        1com.example:secret:‹eu1›
        .com.example:secret:‹eu1›
        arn2:aws:secret:‹eu1›
        :secret:‹eu1›
        secret:‹eu1›
        arn:{a*123}:secret:eu1
        arn:{a*124}:secret:‹eu1›
        com.{a*123}:secret:eu1
        """);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void findsValuesButNoCoordinatesAndNothingElse(String text) {
    assertThat(Marks.shown(text, "= :", new Assignments(KeyRules.standard())::find))
        .isEqualTo(text);
  }
}
