package dev.whence.ingest;

import dev.whence.ingest.http.Headers;
import dev.whence.ingest.http.Refusal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code X-Sentry-Auth}, the header in which a client names itself and its key. */
final class AuthHeader {
  private static final String NAME = "X-Sentry-Auth";
  private static final String SCHEME = "Sentry ";
  private static final Map<String, Pattern> PARAMETERS = Map.of(
      "sentry_version", Pattern.compile("7"),
      "sentry_client", Pattern.compile("[^\\s,=/]+/[^\\s,=/]+"),
      "sentry_key", Pattern.compile("[^\\s,=]+"),
      "sentry_secret", Pattern.compile("[^\\s,=]+"));

  private AuthHeader() {}

  static void check(Headers headers) throws Refusal {
    String value = headers.value(NAME).orElse("");
    if (!value.startsWith(SCHEME)) {
      throw new Refusal(403, NAME + " must begin with \"Sentry \", was \"" + value + "\"");
    }
    Map<String, String> given = parameters(value);
    for (String required : new String[] {"sentry_version", "sentry_client", "sentry_key"}) {
      if (!given.containsKey(required)) {
        throw new Refusal(403, NAME + " lacks " + required + ": \"" + value + "\"");
      }
    }
  }

  static String key(Headers headers) {
    try {
      return parameters(headers.value(NAME).orElse("")).getOrDefault("sentry_key", "");
    } catch (Refusal unreadable) {
      return "";
    }
  }

  private static Map<String, String> parameters(String header) throws Refusal {
    Map<String, String> given = new TreeMap<>();
    String list = header.startsWith(SCHEME) ? header.substring(SCHEME.length()) : "";
    for (String parameter : list.split(", ?", -1)) {
      String[] pair = parameter.split("=", 2);
      Pattern pattern = PARAMETERS.get(pair[0]);
      if (pattern == null || pair.length < 2 || !pattern.matcher(pair[1]).matches()) {
        throw new Refusal(403, NAME + " has an unknown or malformed part: \"" + parameter + "\"");
      }
      if (given.put(pair[0], pair[1]) != null) {
        throw new Refusal(403, NAME + " has " + pair[0] + " twice");
      }
    }
    return given;
  }
}
