package dev.whence.report.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a TLS handshake failed. */
public enum TlsTrouble {
  EXPIRED,
  NOT_YET_VALID,
  WRONG_HOST,
  UNTRUSTED,
  NO_TLS,
  TOO_SLOW,
  CUT_OFF,
  OTHER;

  /** How the JDK begins when a certificate lacks the name; it has no type for that. */
  private static final List<String> NO_SUCH_NAME = List.of("No subject alternative", "No name");

  public static TlsTrouble of(IOException failure) {
    for (Throwable cause :
        Stream.<Throwable>iterate(failure, c -> c != null, Throwable::getCause).toList()) {
      TlsTrouble trouble = ofCause(cause);
      if (trouble != OTHER) {
        return trouble;
      }
    }
    return OTHER;
  }

  private static TlsTrouble ofCause(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof CertificateExpiredException) {
      return EXPIRED;
    }
    if (cause instanceof CertificateNotYetValidException) {
      return NOT_YET_VALID;
    }
    if (cause instanceof CertificateException
        && NO_SUCH_NAME.stream().anyMatch(message::startsWith)) {
      return WRONG_HOST;
    }
    if (cause instanceof CertPathBuilderException) {
      return UNTRUSTED;
    }
    if (cause instanceof SSLException && message.startsWith("Unsupported or unrecognized SSL")) {
      return NO_TLS;
    }
    if (cause instanceof InterruptedIOException) {
      return TOO_SLOW;
    }
    return cause instanceof EOFException ? CUT_OFF : OTHER;
  }
}
