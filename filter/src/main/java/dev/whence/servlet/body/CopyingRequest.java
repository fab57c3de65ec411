package dev.whence.servlet.body;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that leaves a copy of its body as the application reads it, in whatever way, and reads
 * nothing by itself. Threads as with the container's.
 */
final class CopyingRequest extends HttpServletRequestWrapper {
  private final ServletResponse response;
  private final BodyReading reading;
  private @Nullable CopyingStream stream;
  private @Nullable CopyingReader reader;

  CopyingRequest(HttpServletRequest request, ServletResponse response, BodyReading reading) {
    super(request);
    this.response = response;
    this.reading = reading;
  }

  BodyReading reading() {
    return reading;
  }

  /** Returns the one that {@code request} is or has within, null if there is none. */
  static @Nullable CopyingRequest in(ServletRequest request) {
    ServletRequest within = request;
    while (within instanceof ServletRequestWrapper wrapper) {
      if (within instanceof CopyingRequest copying) {
        return copying;
      }
      within = wrapper.getRequest();
    }
    return null;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    ServletInputStream container = super.getInputStream();
    if (stream == null) {
      stream = new CopyingStream(container, reading.copy());
    }
    return stream;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    BufferedReader container = super.getReader();
    if (reader == null) {
      reader = new CopyingReader(container, reading.copy());
    }
    return reader;
  }

  /** Says whether the stream, if it was asked for, is known to be at its end. */
  boolean isFinished() {
    return stream != null && stream.isFinished();
  }

  // What the container reads the body for.

  @Override
  public @Nullable String getParameter(String name) {
    String value = super.getParameter(name);
    reading.parsed();
    return value;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> all = super.getParameterMap();
    reading.parsed();
    return all;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    Enumeration<String> names = super.getParameterNames();
    reading.parsed();
    return names;
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    String[] values = super.getParameterValues(name);
    reading.parsed();
    return values;
  }

  @Override
  public Collection<Part> getParts() throws IOException, ServletException {
    Collection<Part> parts = super.getParts();
    reading.parted();
    return parts;
  }

  @Override
  public @Nullable Part getPart(String name) throws IOException, ServletException {
    Part part = super.getPart(name);
    reading.parted();
    return part;
  }

  /** Starts with this, where the container would start with its own and lose the copy. */
  @Override
  public AsyncContext startAsync() {
    ServletResponse own = response;
    while (own instanceof ServletResponseWrapper wrapper) {
      own = wrapper.getResponse();
    }
    return super.startAsync(this, own);
  }
}
