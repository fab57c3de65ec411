package dev.whence.servlet.body;

import dev.whence.Whence;
import dev.whence.config.BodyPolicy;
import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.record.BodySnapshot;
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
      BodyCopy copy = copyOf(request);
      return copy == null || isWithin(request, copy)
          ? request
          : new CopyingRequest(request, response, copy);
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

  /** Returns the copy that earlier dispatches left, else one to begin with; null for none. */
  private @Nullable BodyCopy copyOf(HttpServletRequest request) {
    if (request.getAttribute(attribute) instanceof BodyCopy begun) {
      return begun;
    }
    BodyType type = BodyType.of(request);
    if (type == null || request.getContentLengthLong() == 0) {
      return null;
    }
    BodyCopy copy = new BodyCopy(type.isReadable() ? limit : 0, limit, e -> whence.fault(PLACE, e));
    request.setAttribute(attribute, copy);
    return copy;
  }

  /** Says whether a request that leaves {@code copy} is there already: another filter's may be. */
  private static boolean isWithin(HttpServletRequest request, BodyCopy copy) {
    CopyingRequest copying = CopyingRequest.in(request);
    while (copying != null && copying.copy() != copy) {
      copying = CopyingRequest.in(copying.getRequest());
    }
    return copying != null;
  }
}
