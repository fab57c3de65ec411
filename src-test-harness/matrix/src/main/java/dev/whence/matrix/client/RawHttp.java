package dev.whence.matrix.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends requests to a port of 127.0.0.1, each on a connection of its own. For any thread. */
public final class RawHttp {
  private final int port;

  public RawHttp(int port) {
    this.port = port;
  }

  public RawAnswer get(String path, String... headerLines) {
    return request("GET", path, headerLines);
  }

  /** Sends a request without a body and returns the whole answer. */
  public RawAnswer request(String method, String path, String... headerLines) {
    return exchange(head(method, path, headerLines) + "\r\n");
  }

  /** Sends a request with a body and its length. */
  public RawAnswer post(String path, String body, String... headerLines) {
    return exchange(
        head("POST", path, headerLines) + "Content-Length: " + body.length() + "\r\n\r\n" + body);
  }

  /** Sends {@code bytes}, a character each, and returns all that comes until the server closes. */
  public RawAnswer exchange(String bytes) {
    try (RawConnection connection = open()) {
      connection.send(bytes);
      return connection.answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RawConnection open() {
    try {
      return new RawConnection(port);
    } catch (IOException e) {
      throw new UncheckedIOException("nobody listens on " + port, e);
    }
  }

  /** Returns a head that lacks the empty line at its end, and asks to close the connection. */
  public static String head(String method, String path, String... headerLines) {
    StringBuilder head = new StringBuilder(method).append(' ').append(path);
    head.append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    for (String line : headerLines) {
      head.append(line).append("\r\n");
    }
    return head.toString();
  }

  static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
