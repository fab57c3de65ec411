package dev.whence.trace.header;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

public record Baggage(Map<String, String> sentry, String others) {
  public static Baggage parse(@Nullable String text) {
    Map<String, String> sentry = new LinkedHashMap<>();
    StringBuilder others = new StringBuilder();
    for (String member : text == null ? new String[0] : text.split(",", -1)) {
      String m = member.strip();
      int equals = m.indexOf('=');
      if (m.startsWith("sentry-") && equals > 0) {
        sentry.put(m.substring(7, equals), m.substring(equals + 1));
      } else if (!m.isEmpty()) {
        others.append(others.length() == 0 ? "" : ",").append(m);
      }
    }
    return new Baggage(sentry, others.toString());
  }

  public static String write(String others, Map<String, String> members) {
    StringBuilder text = new StringBuilder(others);
    members.forEach((name, value) -> text.append(text.length() == 0 ? "" : ",")
        .append("sentry-")
        .append(name)
        .append('=')
        .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)
            .replace("+", "%20")));
    return text.toString();
  }
}
