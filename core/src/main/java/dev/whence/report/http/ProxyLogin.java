package dev.whence.report.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Logs in at a proxy that asks for it, by Basic (RFC 7617), with what the JVM's default
 * {@link Authenticator} says: as Java applications do. For one thread.
 */
final class ProxyLogin {
  private static final Pattern REALM = Pattern.compile("realm=\"([^\"]*)\"");

  private final URI uri;
  private String header = "";

  ProxyLogin(URI uri) {
    this.uri = uri;
  }

  /** A step that a proxy may interrupt by asking for a login. */
  interface Step<T> {
    T run() throws IOException;
  }

  /** Returns the header line for a proxy, empty before it has asked. */
  String header() {
    return header;
  }

  /** Takes a step, and once more where the proxy asks for a login that is known. */
  <T> T run(Step<T> step) throws IOException {
    try {
      return step.run();
    } catch (ProxyChallenge challenge) {
      String known = header;
      header = answer(challenge);
      if (header.isEmpty() || header.equals(known)) {
        throw challenge;
      }
    }
    return step.run();
  }

  private String answer(ProxyChallenge challenge) throws IOException {
    if (!challenge.scheme().toLowerCase(Locale.ROOT).contains("basic")) {
      return "";
    }
    Matcher realm = REALM.matcher(challenge.scheme());
    PasswordAuthentication known = Authenticator.requestPasswordAuthentication(
        challenge.proxy().host(),
        null,
        challenge.proxy().port(),
        "http",
        realm.find() ? realm.group(1) : "",
        "basic",
        uri.toURL(),
        Authenticator.RequestorType.PROXY);
    return known == null ? "" : basic(known);
  }

  private static String basic(PasswordAuthentication known) {
    char[] password = known.getPassword();
    byte[] login = (known.getUserName() + ':' + String.valueOf(password)).getBytes(UTF_8);
    Arrays.fill(password, ' ');
    return "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(login) + "\r\n";
  }
}
