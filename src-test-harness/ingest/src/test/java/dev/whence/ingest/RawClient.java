package dev.whence.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection on which a test sends what bytes it likes. */
final class RawClient implements AutoCloseable {
  static final String AUTH =
      "X-Sentry-Auth: Sentry sentry_version=7, sentry_client=raw/1.0, sentry_key=public";
  static final String TYPE = "Content-Type: application/x-sentry-envelope";
  private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");

  private final Socket socket;

  RawClient(Ingest ingest) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), ingest.port());
    socket.setSoTimeout(30_000);
  }

  /** Posts an envelope the ordinary way and returns the answer. */
  String post(String envelope) throws IOException {
    sendEnvelope(envelope);
    return answer();
  }

  String post(byte[] body, String... headerLines) throws IOException {
    sendBody(body, headerLines);
    return answer();
  }

  void sendEnvelope(String envelope) throws IOException {
    sendBody(envelope.getBytes(UTF_8), AUTH, TYPE);
  }

  private void sendBody(byte[] body, String... headerLines) throws IOException {
    send(
        head("POST /api/1/envelope/", headerLines) + "Content-Length: " + body.length + "\r\n\r\n",
        body);
  }

  /** Returns a head that lacks the lines about the body and the empty line. */
  static String head(String methodAndPath, String... headerLines) {
    return methodAndPath + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headerLines)
        + "\r\n";
  }

  void send(String head, byte... body) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(ISO_8859_1));
    all.writeBytes(body);
    socket.getOutputStream().write(all.toByteArray());
  }

  /** Returns the whole answer, status line first. */
  String answer() throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) readOrThrow(in));
    }
    Matcher length = LENGTH.matcher(answer);
    int bodyBytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return answer.append(new String(in.readNBytes(bodyBytes), UTF_8)).toString();
  }

  /** Returns all that comes until the server ends the connection. */
  String untilEnd() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  boolean isAtEnd() throws IOException {
    return socket.getInputStream().read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static int readOrThrow(InputStream in) throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException("the server closed the connection");
    }
    return next;
  }
}
