package dev.whence.report.sentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DsnTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      https://k3y@sentry.example/42                 | https://sentry.example/api/42/envelope/
      https://k3y@o12.ingest.example/42             | https://o12.ingest.example/api/42/envelope/
      http://k3y@localhost:9000/1                   | http://localhost:9000/api/1/envelope/
      HTTPS://k3y@Sentry.example/42                 | https://Sentry.example/api/42/envelope/
      https://k3y:s3cret@sentry.example/42          | https://sentry.example/api/42/envelope/
      https://k3y@sentry.example/sub/path/42        | https://sentry.example/sub/path/api/42/envelope/
      https://k3y@sentry.example//sub///42//        | https://sentry.example/sub/api/42/envelope/
      https://k3y@sentry.example/42?a=/b@c          | https://sentry.example/api/42/envelope/
      https://k3y@sentry.example/42#/b@c            | https://sentry.example/api/42/envelope/
      http://k3y@[::1]:9000/1                       | http://[::1]:9000/api/1/envelope/
      http://k3y@[2001:db8::7]/1                    | http://[2001:db8::7]/api/1/envelope/
      http://k3y@glitchtip_web:8000/1               | http://glitchtip_web:8000/api/1/envelope/
      http://k3y@127.0.0.1:65535/shop-backend       | http://127.0.0.1:65535/api/shop-backend/envelope/
      '  https://k3y@sentry.example/42  '           | https://sentry.example/api/42/envelope/
      """)
  void knowsWhereEnvelopesGo(String text, String uri) {
    Dsn dsn = Dsn.parse(text);

    assertThat(dsn.envelopeUri()).hasToString(uri);
    assertThat(dsn.publicKey()).isEqualTo("k3y");
  }

  @Test
  void keepsBothKeysAndTheProject() {
    Dsn dsn = Dsn.parse("https://k3y:s3cret@sentry.example/sub/42");

    assertThat(dsn.publicKey()).isEqualTo("k3y");
    assertThat(dsn.secretKey()).contains("s3cret");
    assertThat(dsn.project()).isEqualTo("42");
  }

  @Test
  void needsNoSecondKey() {
    assertThat(Dsn.parse("https://k3y@sentry.example/42").secretKey()).isEmpty();
  }

  @Test
  void showsNoKey() {
    assertThat(Dsn.parse("https://k3y:s3cret@sentry.example/42"))
        .hasToString("https://[Filtered]@sentry.example:443, project 42");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ''                                   | nothing there
      '   '                                | nothing there
      k3y@sentry.example/42                | no http:// or https:// at the beginning
      //k3y@sentry.example/42              | no http:// or https:// at the beginning
      https:/k3y@sentry.example/42         | no http:// or https:// at the beginning
      ://k3y@sentry.example/42             | scheme is neither http nor https
      ftp://k3y@sentry.example/42          | scheme is neither http nor https
      k3y://sentry.example/42              | scheme is neither http nor https
      "https://k3y@sentry.example/42"      | scheme is neither http nor https
      https://                             | no public key in front of the host
      https://sentry.example/42            | no public key in front of the host
      https://k3/y@sentry.example/42       | no public key in front of the host
      https://k3#y@sentry.example/42       | no public key in front of the host
      https://@sentry.example/42           | public key is empty
      https://:s3cret@sentry.example/42    | public key is empty
      https://k3y:@sentry.example/42       | secret key is empty
      https://k 3y@sentry.example/42       | public key has a character that it may not have
      https://k3y,x=1@sentry.example/42    | public key has a character that it may not have
      https://k3y@k3y@sentry.example/42    | public key has a character that it may not have
      https://k3y:s3:cret@sentry.example/4 | secret key has a character that it may not have
      https://k3y:s3%cret@sentry.example/4 | secret key has a character that it may not have
      https://k3y@/42                      | no host behind the key
      https://k3y@:443/42                  | no host behind the key
      https://k3y@sen try.example/42       | host has a character that it may not have
      https://k3y@bücher.example/42        | host has a character that it may not have
      https://k3y@[::1/42                  | host has a character that it may not have
      https://k3y@[::1]x/42                | host has a character that it may not have
      https://k3y@[]/42                    | host has a character that it may not have
      https://k3y@::1/42                   | host is an IPv6 address without brackets
      https://k3y@[1:2:3]/42               | host is no IPv6 address
      https://k3y@sentry.example:/42       | port is not a number from 1 to 65535
      https://k3y@sentry.example:0/42      | port is not a number from 1 to 65535
      https://k3y@sentry.example:65536/42  | port is not a number from 1 to 65535
      https://k3y@sentry.example:https/42  | port is not a number from 1 to 65535
      https://k3y@[::1]:-1/42              | port is not a number from 1 to 65535
      https://k3y@sentry.example           | no project at the end
      https://k3y@sentry.example/          | no project at the end
      https://k3y@sentry.example//?42      | no project at the end
      https://k3y@sentry.example/4 2       | project at the end has a character that it may not have
      https://k3y@sentry.example/..        | project at the end has a character that it may not have
      https://k3y@sentry.example/a\\b/42   | path in front of the project has a character
      """)
  void saysWhatIsWrongAndWhatToDoButNoKey(String text, String message) {
    assertThatThrownBy(() -> Dsn.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message)
        .hasMessageContaining(": ")
        .message()
        .doesNotContain("k3y", "s3cret");
  }
}
