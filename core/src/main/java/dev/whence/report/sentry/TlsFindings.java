package dev.whence.report.sentry;

import dev.whence.report.check.Finding;
import dev.whence.report.http.HttpPoster;
import dev.whence.report.http.TlsTrouble;
import java.io.IOException;

/** Says what to do about a handshake that failed. */
final class TlsFindings {
  private TlsFindings() {}

  static Finding of(IOException failure) {
    TlsTrouble trouble = TlsTrouble.of(failure);
    return Finding.fail(text(trouble) + " (" + HttpPoster.reason(failure) + ')', remedy(trouble));
  }

  private static String text(TlsTrouble trouble) {
    return switch (trouble) {
      case UNTRUSTED -> "this JVM does not trust who signed the certificate";
      case WRONG_HOST -> "the certificate is for another host";
      case EXPIRED -> "the certificate has expired";
      case NOT_YET_VALID -> "the certificate is not valid yet";
      case NO_TLS -> "what listens there does not speak TLS";
      case TOO_SLOW -> "no handshake in time";
      case CUT_OFF -> "the connection was closed within the handshake";
      case OTHER -> "no agreement";
    };
  }

  private static String remedy(TlsTrouble trouble) {
    return switch (trouble) {
      case UNTRUSTED ->
        "import the signer's certificate into the JVM's trust store (keytool -importcert), or name"
            + " another store by -Djavax.net.ssl.trustStore";
      case WRONG_HOST -> "write the host into the DSN as the certificate names it";
      case EXPIRED ->
        "have the receiver's certificate renewed, unless this machine's clock is fast";
      case NOT_YET_VALID -> "set this machine's clock, unless the certificate is meant for later";
      case NO_TLS -> "write http:// in the DSN, or the port that speaks TLS";
      case TOO_SLOW ->
        "correct the port in the DSN, see what is in between, or raise \"connect-timeout\"";
      case CUT_OFF -> "correct the port in the DSN, or see what is in between";
      case OTHER -> "see that receiver and JVM have a TLS version and a cipher in common";
    };
  }
}
