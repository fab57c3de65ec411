package dev.whence.assemble;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every event of an instance says about where it comes from.
 *
 * @param serverName null to ask the system when the first event is recorded
 */
public record Origin(
    @Nullable String release,
    String environment,
    @Nullable String serverName,
    Map<String, String> tags) {

  /** Returns this origin with the host's name, which may mean to ask the network for it. */
  public Origin resolved() {
    return serverName != null ? this : new Origin(release, environment, hostName(), tags);
  }

  private static @Nullable String hostName() {
    for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
      String name = System.getenv(variable);
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** Describes this JVM and system, in the terms of the event payload's contexts. */
  static Map<String, Map<String, Object>> machine() {
    Map<String, Map<String, Object>> contexts = new LinkedHashMap<>();
    contexts.put("runtime", named("java.runtime.name", "java.runtime.version"));
    contexts.put("os", named("os.name", "os.version"));
    return contexts;
  }

  private static Map<String, Object> named(String name, String version) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("name", String.valueOf(System.getProperty(name)));
    context.put("version", String.valueOf(System.getProperty(version)));
    return context;
  }
}
