package dev.whence.bench.request;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a request; new for each operation. */
@SuppressWarnings("NullAway") // the API says nothing of null, which much of it returns
final class StubResponse extends HttpServletResponseWrapper {
  private static final HttpServletResponse NOTHING_ELSE = Unasked.of(HttpServletResponse.class);

  private final Body body = new Body();
  private final String[] headers = new String[16];
  private int size;
  private int status = 200;

  StubResponse() {
    super(NOTHING_ELSE);
  }

  /** Counts what is written. */
  private static final class Body extends ServletOutputStream {
    private int length;

    @Override
    public void write(int b) {
      length++;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
      length += count;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("nobody waits");
    }
  }

  /** Returns how much was written, and so that it was. */
  int written() {
    return body.length + size;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return body;
  }

  @Override
  public void setHeader(String name, String value) {
    headers[size++] = name;
    headers[size++] = value;
  }

  @Override
  public void addHeader(String name, String value) {
    setHeader(name, value);
  }

  @Override
  public @Nullable String getHeader(String name) {
    for (int i = 0; i < size; i += 2) {
      if (headers[i].equalsIgnoreCase(name)) {
        return headers[i + 1];
      }
    }
    return null;
  }

  @Override
  public boolean containsHeader(String name) {
    return getHeader(name) != null;
  }

  @Override
  public Collection<String> getHeaders(String name) {
    String value = getHeader(name);
    return value == null ? List.of() : List.of(value);
  }

  @Override
  public void setStatus(int newStatus) {
    status = newStatus;
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public @Nullable String getContentType() {
    return "text/plain";
  }

  @Override
  public String getCharacterEncoding() {
    return "UTF-8";
  }

  @Override
  public void setContentLength(int length) {}

  @Override
  public void flushBuffer() {}
}
