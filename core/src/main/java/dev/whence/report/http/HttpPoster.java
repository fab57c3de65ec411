package dev.whence.report.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Posts bodies to one address over a connection that it keeps, compressed, following no redirect.
 *
 * <p>One thread posts. Any thread may close, which ends a blocked call at once; only the look-up of
 * a host's name takes the time that the system gives it.
 */
public final class HttpPoster implements Closeable {
  /**
   * How long one step may take.
   *
   * @param connect for everything until the connection stands, TLS and proxy included
   * @param read for a whole request with its answer
   */
  public record Timeouts(Duration connect, Duration read) {
    public Timeouts {
      checkPositive("connectTimeout", connect);
      checkPositive("readTimeout", read);
    }

    private static void checkPositive(String name, Duration timeout) {
      if (timeout.isZero() || timeout.isNegative()) {
        throw new IllegalArgumentException(name + " must be positive, was " + timeout);
      }
    }
  }

  private final URI uri;
  private final String headers;
  private final Timeouts timeouts;
  private final Supplier<SSLSocketFactory> tls;

  // the posting thread's own
  private final ProxyLogin login;
  private @Nullable HttpConnection connection;

  // guarded by this
  private @Nullable DeadlineSocket socket;
  private @Nullable Deflater deflater;
  private boolean closed;

  public HttpPoster(
      URI uri, Map<String, String> headers, Timeouts timeouts, Supplier<SSLSocketFactory> tls) {
    StringBuilder lines = new StringBuilder();
    headers.forEach(
        (name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
    this.uri = uri;
    this.headers = lines.append("Content-Encoding: deflate\r\n").toString();
    this.timeouts = timeouts;
    this.login = new ProxyLogin(uri);
    this.tls = tls;
  }

  /**
   * Posts {@code body}. A connection that turns out to be dead when it is used again is replaced,
   * and the request sent once more, unless the peer had begun to answer or only took too long.
   *
   * @throws IOException if no answer came; the message names host and port
   */
  public HttpAnswer post(byte[] body) throws IOException {
    try {
      byte[] deflated = deflated(body);
      HttpAnswer answer = login.run(() -> exchangeAnew(deflated));
      if (!answer.isReusable()) {
        disconnect();
      }
      return answer;
    } catch (IOException e) {
      disconnect();
      throw new IOException(HostPort.of(uri) + ": " + (isClosed() ? "closed" : reason(e)), e);
    }
  }

  /** Exchanges, and lets a connection go on which a proxy has asked for a login. */
  private HttpAnswer exchangeAnew(byte[] body) throws IOException {
    try {
      return exchange(body);
    } catch (ProxyChallenge challenge) {
      disconnect();
      throw challenge;
    }
  }

  private HttpAnswer exchange(byte[] body) throws IOException {
    HttpConnection kept = connection;
    if (kept != null && kept.isQuiet()) {
      try {
        return kept.post(headers, body, timeouts.read());
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        if (kept.isAnswered()) {
          throw e;
        }
      }
    }
    disconnect();
    DeadlineSocket fresh = newSocket();
    fresh.allow(timeouts.connect(), "connecting");
    HttpConnection opened = HttpConnection.open(uri, fresh, tls, login);
    connection = opened;
    return opened.post(headers, body, timeouts.read());
  }

  private synchronized byte[] deflated(byte[] body) throws IOException {
    checkOpen();
    if (deflater == null) {
      deflater = new Deflater(Deflater.BEST_SPEED);
    }
    deflater.reset();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 8192)) {
      out.write(body);
    }
    return bytes.toByteArray();
  }

  private synchronized DeadlineSocket newSocket() throws IOException {
    checkOpen();
    DeadlineSocket fresh = new DeadlineSocket();
    socket = fresh;
    return fresh;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
  }

  private void disconnect() {
    connection = null;
    DeadlineSocket open;
    synchronized (this) {
      open = socket;
      socket = null;
    }
    close(open);
  }

  @Override
  public void close() {
    DeadlineSocket open;
    synchronized (this) {
      closed = true;
      open = socket;
      if (deflater != null) {
        deflater.end();
        deflater = null;
      }
    }
    close(open);
  }

  private static void close(@Nullable DeadlineSocket socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // nothing to be saved: the connection is given up
    }
  }

  /** Says in a few words why there was no connection or no answer. */
  public static String reason(IOException failure) {
    if (failure instanceof UnknownHostException) {
      return "unknown host";
    }
    if (failure instanceof SSLException) {
      return "TLS failed: " + root(failure);
    }
    return text(failure);
  }

  private static String root(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return text(root);
  }

  private static String text(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
