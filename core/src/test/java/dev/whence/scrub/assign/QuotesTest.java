package dev.whence.scrub.assign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.find.Marks;
import dev.whence.scrub.key.KeyRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuotesTest {
  static Stream<String> texts() {
    return Marks.rows("""
        identified by '‹demo4sidZq58›'
        password '‹demo4pinZq58›'
        password 'oauth2.client-secret'
        password 'client-secret'
        password '‹demo-x1›' refused
        password "‹demo-x1›"
        PASSWORD `‹demo-x1›`
        passwd{ *8}'‹demo-x1›'
        passwd{ *9}'demo-x1'
        passphrase '‹demo-x1›', pwd '‹demo-x2›'; passcode '‹12345›'
        with password '‹abc›'
        with password 'ab'
        password'demo-x1'
        password 'demo x1'
        password 'demo-x1
        password 'demo-x1"
        password '
        password '[Filtered]'
        password '${pw}'
        password 'db.password'
        password '‹{x*255}›'
        password '‹{x*256}›'
        password '{x*257}'
        passwords 'demo-x1'
        xpassword 'demo-x1'
        identified by '‹demo-x1›'
        IDENTIFIED BY "‹demo-x1›"
        IDENTIFIED  BY '‹demo-x1›'
        by 'demo-x1'
        signed by 'demo-x1'
        unidentified by 'demo-x1'
        SET PASSWORD FOR demo = '‹demo-x1›'
        set password for 'a'@'b' = '‹demo-x1›'
        set password for 'a'@'b' : 'demo-x1'
        set password for {a*75} = '‹demo-x1›'
        set password for {a*79} = 'demo-x1'
        sat password for a = 'demo-x1'
        a = 'demo-x1'
        token '‹FakeSynth0NotReal7Bog›'
        key "‹FakeSynth0NotReal7-Bo_›"
        secret '‹aB1{x*17}›'
        secret 'aB1{x*16}'
        secret 'aB{x*20}'
        secret 'a1{x*20}'
        secret 'AB1{X*20}'
        secret 'aB1{x*17}.'
        secret 'aB1{x*17}/'
        token 'then'
        tokens 'aB1{x*17}'
        """);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void findsSecretsRightBehindAWordAndNothingElse(String text) {
    assertThat(Marks.shown(text, "' \" `", new Quotes(KeyRules.standard())::find))
        .isEqualTo(text);
  }
}
