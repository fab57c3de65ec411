package dev.whence.snapshot;

import dev.whence.event.Body;
import dev.whence.event.Request;
import dev.whence.guard.Faults;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request's own data, copied before its container recycles it. Made on the request thread, so
 * only references are taken; the recorder sorts them.
 *
 * @param headers names and values in turn
 */
public record RequestSnapshot(
    String method,
    String url,
    @Nullable String query,
    Headers headers,
    @Nullable String remoteAddress,
    @Nullable BodySnapshot body) {

  /** Makes one without a body. */
  public RequestSnapshot(
      String method,
      String url,
      @Nullable String query,
      Headers headers,
      @Nullable String remoteAddress) {
    this(method, url, query, headers, remoteAddress, null);
  }

  /** Names and values in the order of the request, bounded in number and size. For one thread. */
  public static final class Headers {
    private static final int MOST = 100;
    private static final int MOST_CHARS = 16_384;

    private String[] pairs = new String[32];
    private int size;
    private int chars;

    /** Adds a header and says whether there is room for more. */
    public boolean add(String name, String value) {
      if (size == pairs.length) {
        pairs = java.util.Arrays.copyOf(pairs, size * 2);
      }
      pairs[size++] = name;
      pairs[size++] = value;
      chars += name.length() + value.length();
      return size < 2 * MOST && chars < MOST_CHARS;
    }

    private Headers withoutCookies() {
      Headers others = new Headers();
      for (int i = 0; i < size; i += 2) {
        if (!isCookie(pairs[i])) {
          others.add(pairs[i], pairs[i + 1]);
        }
      }
      return others;
    }

    private static boolean isCookie(String name) {
      return name.equalsIgnoreCase("Cookie");
    }
  }

  public RequestSnapshot withBody(@Nullable BodySnapshot newBody) {
    return new RequestSnapshot(method, url, query, headers, remoteAddress, newBody);
  }

  /** Returns this without what tells who sent it: address, cookies, body. */
  public RequestSnapshot anonymous() {
    return new RequestSnapshot(method, url, query, headers.withoutCookies(), null);
  }

  int weight() {
    int chars = headers.chars + url.length() + (query == null ? 0 : query.length());
    return 2 * chars + (body == null ? 0 : body.weight());
  }

  public Request toRequest(Faults faults) {
    Map<String, String> named = new LinkedHashMap<>();
    String cookies = null;
    for (int i = 0; i < headers.size; i += 2) {
      String name = headers.pairs[i];
      String value = headers.pairs[i + 1];
      if (Headers.isCookie(name)) {
        cookies = cookies == null ? value : cookies + "; " + value;
      } else {
        named.merge(name, value, (first, more) -> first + ", " + more);
      }
    }
    return new Request(method, url, query, named, cookies, toBody(faults), remoteAddress);
  }

  private @Nullable Body toBody(Faults faults) {
    try {
      return body == null ? null : body.toBody();
    } catch (Throwable e) {
      faults.count("body", e);
      return null;
    }
  }
}
