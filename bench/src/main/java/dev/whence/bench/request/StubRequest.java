package dev.whence.bench.request;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.MappingMatch;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A request as a browser behind a proxy sends it, with ten headers; new for each operation. Its
 * storage is sized beforehand, so that what is counted is what filters do.
 */
@SuppressWarnings("NullAway") // the API says nothing of null, which much of it returns
final class StubRequest extends HttpServletRequestWrapper {
  static final String REQUEST_ID = "X-Request-ID";

  private static final HttpServletRequest NOTHING_ELSE = Unasked.of(HttpServletRequest.class);
  private static final ServletContext CONTEXT = StubContext.make();
  private static final String[] HEADERS = {
    "Host", "shop.example.org",
    "User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language", "en-GB,en;q=0.5",
    "Accept-Encoding", "gzip, deflate, br",
    "Cookie", "JSESSIONID=node0abc; theme=dark",
    "Referer", "https://shop.example.org/",
    "X-Forwarded-For", "203.0.113.9",
    "X-Forwarded-Proto", "https",
    "Cache-Control", "no-cache",
  };

  private static final HttpServletMapping MAPPING = new HttpServletMapping() {
    @Override
    public String getMatchValue() {
      return "7";
    }

    @Override
    public String getPattern() {
      return "/orders/*";
    }

    @Override
    public String getServletName() {
      return "orders";
    }

    @Override
    public MappingMatch getMappingMatch() {
      return MappingMatch.PATH;
    }
  };

  private final @Nullable String requestId;
  private final String[] names = new String[16];
  private final Object[] values = new Object[16];
  private int size;

  /** Makes a request that brings its ID, or none. */
  StubRequest(@Nullable String requestId) {
    super(NOTHING_ELSE);
    this.requestId = requestId;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return values[i];
      }
    }
    return null;
  }

  @Override
  public void setAttribute(String name, Object value) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        values[i] = value;
        return;
      }
    }
    names[size] = name;
    values[size] = value;
    size++;
  }

  @Override
  public void removeAttribute(String name) {
    setAttribute(name, null);
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    return Collections.enumeration(Arrays.asList(names).subList(0, size));
  }

  @Override
  public @Nullable String getHeader(String name) {
    for (int i = 0; i < HEADERS.length; i += 2) {
      if (HEADERS[i].equalsIgnoreCase(name)) {
        return HEADERS[i + 1];
      }
    }
    return REQUEST_ID.equalsIgnoreCase(name) ? requestId : null;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    String value = getHeader(name);
    return value == null ? Collections.emptyEnumeration() : new Every(1, i -> value);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return new Every(HEADERS.length / 2, i -> HEADERS[2 * i]);
  }

  /** Texts by their number. */
  @SuppressWarnings("JdkObsolete") // what the API asks for
  private static final class Every implements Enumeration<String> {
    private final int count;
    private final IntFunction<String> texts;
    private int next;

    Every(int count, IntFunction<String> texts) {
      this.count = count;
      this.texts = texts;
    }

    @Override
    public boolean hasMoreElements() {
      return next < count;
    }

    @Override
    public String nextElement() {
      return texts.apply(next++);
    }
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getRequestURI() {
    return "/shop/orders/7";
  }

  @Override
  public StringBuffer getRequestURL() {
    return new StringBuffer("https://shop.example.org/shop/orders/7");
  }

  @Override
  public String getContextPath() {
    return "/shop";
  }

  @Override
  public String getServletPath() {
    return "/orders";
  }

  @Override
  public String getPathInfo() {
    return "/7";
  }

  @Override
  public String getQueryString() {
    return "page=2";
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of("page", new String[] {"2"});
  }

  @Override
  public @Nullable String getParameter(String name) {
    return null;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.emptyEnumeration();
  }

  @Override
  public String getProtocol() {
    return "HTTP/1.1";
  }

  @Override
  public String getScheme() {
    return "https";
  }

  @Override
  public String getServerName() {
    return "shop.example.org";
  }

  @Override
  public int getServerPort() {
    return 443;
  }

  @Override
  public boolean isSecure() {
    return true;
  }

  @Override
  public String getRemoteAddr() {
    return "192.0.2.7";
  }

  @Override
  public String getRemoteHost() {
    return "192.0.2.7";
  }

  @Override
  public int getRemotePort() {
    return 50_000;
  }

  @Override
  public Locale getLocale() {
    return Locale.UK;
  }

  @Override
  public @Nullable String getContentType() {
    return null;
  }

  @Override
  public int getContentLength() {
    return -1;
  }

  @Override
  public long getContentLengthLong() {
    return -1;
  }

  @Override
  public HttpServletMapping getHttpServletMapping() {
    return MAPPING;
  }

  @Override
  public @Nullable String getCharacterEncoding() {
    return null;
  }

  @Override
  public Cookie[] getCookies() {
    return new Cookie[0];
  }

  @Override
  public @Nullable HttpSession getSession(boolean create) {
    return null;
  }

  @Override
  public @Nullable String getRequestedSessionId() {
    return null;
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    return null;
  }

  @Override
  public @Nullable String getRemoteUser() {
    return null;
  }

  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  @Override
  public boolean isAsyncStarted() {
    return false;
  }

  @Override
  public boolean isAsyncSupported() {
    return true;
  }

  @Override
  public ServletContext getServletContext() {
    return CONTEXT;
  }
}
