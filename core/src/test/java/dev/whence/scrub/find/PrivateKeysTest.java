package dev.whence.scrub.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrivateKeysTest {
  static Stream<String> texts() {
    return Marks.rows("""
        ‹-----BEGIN PRIVATE KEY-----\\nFAKEbogus+/=\\n-----END PRIVATE KEY-----›
        a ‹-----BEGIN RSA PRIVATE KEY-----\\nDEK-Info: AES-128-CBC,0A\\n\\nFAKE\\n-----END RSA PRIVATE KEY-----› b
        ‹-----BEGIN PGP PRIVATE KEY BLOCK-----\\nVersion: (x)\\n\\nFAKE\\n-----END PGP PRIVATE KEY BLOCK-----›, b
        ‹-----BEGIN EC PRIVATE KEY-----FAKE-----END EC PRIVATE KEY-----›"
        ‹-----BEGIN PRIVATE KEY-----\\\\nFAKE\\\\n-----END PRIVATE KEY-----›"}
        ‹-----BEGIN PRIVATE KEY-----\\nFAKE›
        ‹-----BEGIN PRIVATE KEY-----\\nFAKE-----END PRIV›
        ‹-----BEGIN PRIVATE KEY-----\\nFAKE-----END PRIV›"
        ‹-----BEGIN PRIVATE KEY-----\\nFAKE…›
        ‹-----BEGIN PRIVATE KEY-----›"FAKE
        ‹-----BEGIN PRIVATE KEY-----›
        -----BEGIN PUBLIC KEY-----\\nFAKE\\n-----END PUBLIC KEY-----
        -----BEGIN CERTIFICATE-----\\nFAKE\\n-----END CERTIFICATE-----
        -----BEGIN PRIVATE KEY----\\nFAKE
        -----BEGIN PRIVATE KEY
        -----BEGIN private key-----
        ----BEGIN PRIVATE KEY-----
        ‹-----BEGIN {1*53}PRIVATE KEY-----›
        -----BEGIN {1*54}PRIVATE KEY-----
        -----BEGIN
        --
        """);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void findsPrivateKeysAlsoWithoutAnEndAndNothingElse(String text) {
    assertThat(Marks.shown(text, "--", PrivateKeys::find)).isEqualTo(text);
  }
}
