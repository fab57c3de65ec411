package dev.whence.report.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connection that carries one request after the other to one address: straight or by the proxy
 * that the JVM is told to use, with TLS or without. For one thread; it ends with its socket.
 */
final class HttpConnection {
  private static final int LOGIN_WANTED = 407;

  private final DeadlineSocket socket;
  private final String head;
  private final InputStream in;
  private final OutputStream out;
  private final @Nullable HostPort asked;
  private boolean answered;

  private HttpConnection(DeadlineSocket socket, Socket layer, String head, @Nullable HostPort asked)
      throws IOException {
    this.socket = socket;
    this.asked = asked;
    this.head = head;
    this.in = new BufferedInputStream(layer.getInputStream());
    this.out = layer.getOutputStream();
  }

  /** Connects {@code socket}, whose deadline is set, to where {@code uri} points. */
  static HttpConnection open(
      URI uri, DeadlineSocket socket, Supplier<SSLSocketFactory> tls, ProxyLogin login)
      throws IOException {
    Optional<HostPort> proxy = reach(uri, socket, login);
    if (isSecure(uri)) {
      SSLSocket layer = handshake(uri, socket, tls.get());
      return new HttpConnection(socket, layer, head(uri.getRawPath(), uri), null);
    }
    return proxy.isPresent()
        ? new HttpConnection(
            socket, socket, head(uri.toString(), uri) + login.header(), proxy.get())
        : new HttpConnection(socket, socket, head(uri.getRawPath(), uri), null);
  }

  private static String head(String target, URI uri) {
    return "POST " + target + " HTTP/1.1\r\nHost: " + uri.getRawAuthority() + "\r\n";
  }

  static boolean isSecure(URI uri) {
    return uri.getScheme().equals("https");
  }

  /**
   * Connects {@code socket} as far as TLS or HTTP with the target may begin; returns the proxy in
   * between.
   */
  static Optional<HostPort> reach(URI uri, DeadlineSocket socket, ProxyLogin login)
      throws IOException {
    Optional<HostPort> proxy = proxy(uri);
    HostPort target = HostPort.of(uri);
    connect(socket, proxy.orElse(target), uri);
    if (proxy.isPresent() && isSecure(uri)) {
      tunnel(socket, proxy.get(), target, login);
    }
    return proxy;
  }

  /** Returns the proxy that the JVM is told to use. */
  static Optional<HostPort> proxy(URI uri) throws IOException {
    ProxySelector selector = ProxySelector.getDefault();
    List<Proxy> proxies = selector == null ? List.of() : select(selector, uri);
    for (Proxy proxy : proxies) {
      if (proxy.type() == Proxy.Type.DIRECT) {
        return Optional.empty();
      }
      if (proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress address) {
        return Optional.of(new HostPort(address.getHostString(), address.getPort()));
      }
    }
    if (!proxies.isEmpty()) {
      throw new IOException("only SOCKS proxies lead there: name an HTTP proxy or none");
    }
    return Optional.empty();
  }

  private static List<Proxy> select(ProxySelector selector, URI uri) throws IOException {
    try {
      return selector.select(uri);
    } catch (IllegalArgumentException e) {
      throw new IOException("no proxy can be chosen", e);
    }
  }

  private static void connect(DeadlineSocket socket, HostPort place, URI uri) throws IOException {
    try {
      socket.connect(place);
    } catch (IOException e) {
      if (!place.equals(HostPort.of(uri))) {
        throw new IOException("proxy " + place + ": " + HttpPoster.reason(e), e);
      }
      throw e;
    }
  }

  private static void tunnel(
      DeadlineSocket socket, HostPort proxy, HostPort target, ProxyLogin login) throws IOException {
    String request =
        "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + login.header() + "\r\n";
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    // unbuffered: what follows the head belongs to TLS
    HttpAnswer answer = new AnswerReader(socket.getInputStream()).readHead();
    if (answer.status() == LOGIN_WANTED) {
      throw new ProxyChallenge(proxy, answer);
    }
    if (!answer.isSuccess()) {
      throw new IOException("proxy refused the connection with " + answer.status());
    }
  }

  static SSLSocket handshake(URI uri, DeadlineSocket socket, SSLSocketFactory factory)
      throws IOException {
    HostPort target = HostPort.of(uri);
    SSLSocket layer = (SSLSocket) factory.createSocket(socket, target.host(), target.port(), false);
    SSLParameters parameters = layer.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    layer.setSSLParameters(parameters);
    layer.startHandshake();
    return layer;
  }

  /** Posts {@code body} and returns the answer. The connection is of no use after an exception. */
  HttpAnswer post(String headers, byte[] body, Duration timeout) throws IOException {
    answered = false;
    socket.allow(timeout, "sending and answering");
    byte[] start =
        (head + headers + "Content-Length: " + body.length + "\r\n\r\n").getBytes(ISO_8859_1);
    byte[] request =
        ByteBuffer.allocate(start.length + body.length).put(start).put(body).array();
    try {
      out.write(request);
      out.flush();
    } catch (IOException e) {
      return earlyAnswer(e);
    }
    return answer();
  }

  /**
   * Returns what a peer may have answered before it stopped reading, such as that it is too much.
   */
  private HttpAnswer earlyAnswer(IOException failure) throws IOException {
    try {
      return answer().reusable(false);
    } catch (IOException e) {
      failure.addSuppressed(e);
      throw failure;
    }
  }

  private HttpAnswer answer() throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      throw new EOFException("connection closed without an answer");
    }
    answered = true;
    in.reset();
    HttpAnswer answer = new AnswerReader(in).read();
    if (asked != null && answer.status() == LOGIN_WANTED) {
      throw new ProxyChallenge(asked, answer); // the proxy's own, and none of the receiver's
    }
    return answer;
  }

  /** Returns whether the last request was answered, if only by one byte. */
  boolean isAnswered() {
    return answered;
  }

  /** Returns whether the peer has neither closed the connection nor sent anything unasked. */
  boolean isQuiet() {
    try {
      return in.available() == 0 && socket.isQuiet();
    } catch (IOException e) {
      return false;
    }
  }
}
