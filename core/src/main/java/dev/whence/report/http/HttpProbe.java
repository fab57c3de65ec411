package dev.whence.report.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;

/**
 * Goes the way of {@link HttpPoster} to one address in steps, for whoever wants to know where it
 * ends. Each step begins anew, leaves nothing open, and ends in time or when its thread is
 * interrupted.
 */
public final class HttpProbe {
  private final URI uri;
  private final Duration timeout;
  private final Supplier<SSLSocketFactory> tls;
  private final ProxyLogin login;

  public HttpProbe(URI uri, Duration timeout, Supplier<SSLSocketFactory> tls) {
    this.uri = uri;
    this.timeout = timeout;
    this.tls = tls;
    this.login = new ProxyLogin(uri);
  }

  public boolean isSecure() {
    return HttpConnection.isSecure(uri);
  }

  public HostPort target() {
    return HostPort.of(uri);
  }

  /** Returns the proxy that the JVM is told to use. */
  public Optional<HostPort> proxy() throws IOException {
    return HttpConnection.proxy(uri);
  }

  /** Looks up the host that is connected to: the proxy, if there is one. */
  public List<InetAddress> lookUp() throws IOException {
    String host = proxy().orElse(target()).host();
    FutureTask<InetAddress[]> task = new FutureTask<>(() -> InetAddress.getAllByName(host));
    // a thread of its own, since nothing ends a look-up but the system
    Thread thread = new Thread(null, task, "whence-look-up", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    try {
      return List.of(task.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("look-up took longer than " + timeout.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
    }
  }

  /** Connects, and where TLS is to follow has the proxy, if there is one, connect on. */
  public void connect() throws IOException {
    Optional<HostPort> unused = login.run(() -> {
      try (DeadlineSocket socket = new DeadlineSocket()) {
        return reach(socket);
      }
    });
  }

  /** Connects and makes sure of the peer by TLS. */
  public SSLSession shakeHands() throws IOException {
    return login.run(() -> {
      try (DeadlineSocket socket = new DeadlineSocket()) {
        Optional<HostPort> unused = reach(socket);
        return HttpConnection.handshake(uri, socket, tls.get()).getSession();
      }
    });
  }

  private Optional<HostPort> reach(DeadlineSocket socket) throws IOException {
    socket.allow(timeout, "connecting");
    return HttpConnection.reach(uri, socket, login);
  }
}
