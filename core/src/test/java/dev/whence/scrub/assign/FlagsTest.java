package dev.whence.scrub.assign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.find.Marks;
import dev.whence.scrub.key.KeyRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlagsTest {
  static Stream<String> texts() {
    return Marks.rows("""
        run --password ‹demo-x1› --host h
        run --password ‹demo-x1›
        run -password ‹demo-x1› -v
        --api-key ‹demo-x1›
        --db.password ‹demo-x1›
        --token  ‹demo-x1›
        --token{ *8}‹demo-x1›
        --token{ *9}demo-x1
        \\t--token\\t‹demo-x1›
        "--token ‹demo-x1›"
        '--token ‹demo-x1›'
        --token "‹demo x1›" --v
        --token '‹demo x1›' --v
        --token "‹demo x1›
        --token \\"‹demo x1›\\" b
        --password --host h
        --password -v
        --password must be set
        --password [Filtered]
        --password [Filtered]…
        --password ${PW}
        --password=x
        --password
        x--password demo-x1
        a-password demo-x1
        --host h
        --tokens 12
        --tokens ‹a12›
        --pass demo-x1
        curl -u demo:‹x1y2› https://a
        curl --user demo:‹x1y2›
        curl -u 'demo:‹x1› y2'
        curl -u "demo:‹x1y2›" b
        curl -u demo.a-b:‹x:y@z› b
        curl -u demo: b
        curl -u demo b
        curl -u demo:[Filtered] b
        curl -u demo@x:y b
        curl -u{ *2}demo:x1y2
        curl -U demo:x1y2
        x-u demo:x1y2
        sshpass -p ‹demo-x1› ssh a
        /usr/bin/sshpass{ *8}-p ‹demo-x1› ssh a
        sshpass -p '‹demo x1›' ssh a
        sshpass -p -v
        mysql -p demo-x1
        xsshpass -p demo-x1
        sshpass a -p demo-x1
        --{a*57}_secret ‹demo-x1›
        --{a*58}_secret demo-x1
        -p
        --
        -
        """);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void findsSecretsOnACommandLineAndNothingElse(String text) {
    assertThat(Marks.shown(text, Flags.TRIGGERS, new Flags(KeyRules.standard())::find))
        .isEqualTo(text);
  }
}
