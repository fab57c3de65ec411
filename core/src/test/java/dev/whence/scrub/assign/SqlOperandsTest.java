package dev.whence.scrub.assign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.find.Marks;
import dev.whence.scrub.key.KeyRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqlOperandsTest {
  static Stream<String> texts() {
    return Marks.rows("""
        token IN ('‹demo-x1›')
        token IN ('‹demo-x1', 'demo-x2', 7, 'x›') AND n IN ('a')
        token in('‹demo-x1›')
        token NOT IN ( '‹demo-x1›' )
        u."password" IN ('‹demo-x1›')
        token IN ('‹demo-x1', 'de›
        token IN ('')
        token IN ('[Filtered]')
        (token IN 'demo-x1')
        status IN ('OPEN', 'PAID')
        tokenin ('demo-x1')
        IN ('demo-x1')
        ('demo-x1')
        password <> '‹demo x1›' AND n = 'a'
        password != '‹demo-x1›'
        password<>'‹demo-x1›'
        note <> 'token'
        password LIKE '‹demo-x1%›'
        password not ilike '‹demo-x1%›'
        passwordlike 'demo-x1'
        note like 'token'
        like 'token'
        <>'x'
        '
        """);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void findsWhatSensitiveColumnsAreComparedWithAndNothingElse(String text) {
    assertThat(Marks.shown(text, "'", new SqlOperands(KeyRules.standard())::find))
        .isEqualTo(text);
  }
}
