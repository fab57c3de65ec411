package dev.whence.report.sentry;

import dev.whence.report.http.HostPort;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a Sentry-compatible receiver takes events for one project, and the key that lets them in.
 * Immutable.
 *
 * <p>The text form is {@code https://PUBLIC_KEY@HOST/PROJECT}, where a port and a path before the
 * project may be given. {@link #toString} masks the keys.
 */
public final class Dsn {
  private static final String FORM = ": the form is https://PUBLIC_KEY@HOST/PROJECT";
  private static final String MASK = "[Filtered]";
  private static final int SHOWN_LENGTH = 200;
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]+");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]+");
  private static final Pattern PROJECT = Pattern.compile("[A-Za-z0-9_-]+");

  private final String publicKey;
  private final @Nullable String secretKey;
  private final String project;
  private final URI envelopeUri;

  private Dsn(String scheme, String authority, List<String> path) {
    int at = authority.lastIndexOf('@');
    check(at >= 0, "no public key in front of the host" + FORM);
    String keys = authority.substring(0, at);
    int colon = keys.indexOf(':');
    publicKey = checkedKey("public key", colon < 0 ? keys : keys.substring(0, colon));
    secretKey = colon < 0 ? null : checkedKey("secret key", keys.substring(colon + 1));
    String place = checkedPlace(authority.substring(at + 1));
    project = checkedProject(path);
    List<String> prefix = path.subList(0, path.size() - 1);
    check(
        prefix.stream().allMatch(SEGMENT.asMatchPredicate()),
        "path in front of the project has a character that it may not have: use letters, digits"
            + " and . _ ~ -");
    String root = prefix.isEmpty() ? "/" : '/' + String.join("/", prefix) + '/';
    envelopeUri = uri(scheme + "://" + place + root + "api/" + project + "/envelope/");
  }

  /**
   * Reads a DSN. Query and fragment are ignored, repeated slashes count as one.
   *
   * @throws IllegalArgumentException if {@code text} is none; the message never holds a key
   */
  public static Dsn parse(String text) {
    String stripped = text.strip();
    check(!stripped.isEmpty(), "nothing there" + FORM);
    int colon = stripped.indexOf("://");
    check(colon >= 0, "no http:// or https:// at the beginning" + FORM);
    String scheme = stripped.substring(0, colon).toLowerCase(Locale.ROOT);
    check(
        scheme.equals("http") || scheme.equals("https"), "scheme is neither http nor https" + FORM);
    String rest = stripped.substring(colon + 3).split("[?#]", 2)[0];
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    List<String> path = slash < 0 ? List.of() : segments(rest.substring(slash));
    return new Dsn(scheme, authority, path);
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/", -1))
        .filter(segment -> !segment.isEmpty())
        .toList();
  }

  private static String checkedKey(String name, String key) {
    check(!key.isEmpty(), name + " is empty" + FORM);
    check(
        KEY.matcher(key).matches(),
        name + " has a character that it may not have: copy it again, it is letters and digits");
    return key;
  }

  private static String checkedPlace(String place) {
    int colon = place.lastIndexOf(':');
    boolean hasPort = colon > place.lastIndexOf(']') && !isBareIpv6(place);
    String host = hasPort ? place.substring(0, colon) : place;
    check(!host.isEmpty(), "no host behind the key" + FORM);
    check(!isBareIpv6(host), "host is an IPv6 address without brackets: write it as [::1]");
    check(
        HOST.matcher(host).matches(),
        "host has a character that it may not have: use letters, digits, dots and hyphens, and for"
            + " an international name its form that begins with xn--");
    if (hasPort) {
      checkPort(place.substring(colon + 1));
    }
    return place;
  }

  private static boolean isBareIpv6(String host) {
    return !host.startsWith("[") && host.indexOf(':') != host.lastIndexOf(':');
  }

  private static void checkPort(String port) {
    int number = PORT.matcher(port).matches() ? Integer.parseInt(port) : 0;
    check(
        number >= 1 && number <= 65_535,
        "port is not a number from 1 to 65535: correct it, or leave it out with its colon");
  }

  private static String checkedProject(List<String> path) {
    check(!path.isEmpty(), "no project at the end" + FORM);
    String project = path.get(path.size() - 1);
    check(
        PROJECT.matcher(project).matches(),
        "project at the end has a character that it may not have: use letters, digits, - and _");
    return project;
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("host is no IPv6 address: write one such as [::1]", e);
    }
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  public String publicKey() {
    return publicKey;
  }

  /** The second key, which only receivers of old want. */
  public Optional<String> secretKey() {
    return Optional.ofNullable(secretKey);
  }

  public String project() {
    return project;
  }

  /** Returns the address that envelopes are posted to; it holds no key. */
  public URI envelopeUri() {
    return envelopeUri;
  }

  /** Returns what a receiver says as it may be shown: in one line, without keys, not too long. */
  String masked(String text) {
    String line = text.replaceAll("[^ -~]", "?").replace(publicKey, MASK);
    String masked = secretKey == null ? line : line.replace(secretKey, MASK);
    return masked.substring(0, Math.min(masked.length(), SHOWN_LENGTH));
  }

  @Override
  public String toString() {
    return envelopeUri.getScheme() + "://" + MASK + '@' + HostPort.of(envelopeUri) + ", project "
        + project;
  }
}
