package dev.whence.servlet.body;

import dev.whence.Whence;
import dev.whence.body.BodyCopy;
import dev.whence.body.BodyType;
import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.config.value.BodyPolicy;
import dev.whence.snapshot.BodySnapshot;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link CopyingRequest} around each request whose body may be captured, and around none
 * else. What goes wrong here leaves the request as it came. Immutable, for many threads.
 */
public final class BodyCapture {
  private static final String PLACE = "body";

  private final Whence whence;
  private final String attribute;
  private final int limit;

  private BodyCapture(Whence whence, int limit) {
    this.whence = whence;
    this.attribute = whence.scopeAttribute() + ".body";
    this.limit = limit;
  }

  /** Returns null if bodies are not to be captured. */
  public static @Nullable BodyCapture of(Whence whence, Settings settings) {
    return settings.get(Keys.CAPTURE_BODY) == BodyPolicy.OFF
        ? null
        : new BodyCapture(whence, settings.get(Keys.BODY_BYTES));
  }

  /** Returns the request for the application to read. */
  public HttpServletRequest around(HttpServletRequest request, HttpServletResponse response) {
    try {
      BodyReading reading = readingOf(request);
      return reading == null || isWithin(request, reading)
          ? request
          : new CopyingRequest(request, response, reading);
    } catch (Throwable e) {
      whence.fault(PLACE, e);
      return request;
    }
  }

  /** Returns the request that {@link #around} was given, if {@code request} is what it made. */
  public static ServletRequest within(ServletRequest request) {
    return request instanceof CopyingRequest copying ? copying.getRequest() : request;
  }

  /**
   * Tells what the application read of the body, for an event that is kept. On the thread that
   * finishes the request.
   *
   * @return null if nothing of the body was read, or none of it is to be told
   */
  public static @Nullable BodySnapshot report(HttpServletRequest request) {
    return BodyReport.of(request);
  }

  /** Returns what earlier dispatches left, else one to begin with; null for none. */
  private @Nullable BodyReading readingOf(HttpServletRequest request) {
    if (request.getAttribute(attribute) instanceof BodyReading begun) {
      return begun;
    }
    BodyType type = typeOf(request);
    if (type == null || request.getContentLengthLong() == 0) {
      return null;
    }
    BodyCopy copy = new BodyCopy(type.isReadable() ? limit : 0, e -> whence.fault(PLACE, e));
    BodyReading reading = new BodyReading(copy, limit);
    request.setAttribute(attribute, reading);
    return reading;
  }

  static @Nullable BodyType typeOf(HttpServletRequest request) {
    return BodyType.of(request.getContentType(), request.getHeader("Content-Encoding"));
  }

  /**
   * Says whether a request that leaves {@code reading} is there already: another filter's may be.
   */
  private static boolean isWithin(HttpServletRequest request, BodyReading reading) {
    CopyingRequest copying = CopyingRequest.in(request);
    while (copying != null && copying.reading() != reading) {
      copying = CopyingRequest.in(copying.getRequest());
    }
    return copying != null;
  }
}
