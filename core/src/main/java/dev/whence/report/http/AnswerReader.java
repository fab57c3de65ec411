package dev.whence.report.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one HTTP/1.1 answer, believing the peer nothing. Used once. */
final class AnswerReader {
  private static final int HEAD_BYTES = 1 << 16;
  private static final int BODY_BYTES = 1 << 16;
  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/1\\.([01]) ([1-5][0-9]{2})(?: .*)?");
  private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})\\s*(?:;.*)?");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");

  private final InputStream in;
  private int headLeft = HEAD_BYTES;
  private int bodyLeft = BODY_BYTES;

  AnswerReader(InputStream in) {
    this.in = in;
  }

  /**
   * Reads an answer to its end. What is wrong with the body costs the connection, not the answer:
   * the request was decided on when the head was sent.
   */
  HttpAnswer read() throws IOException {
    HttpAnswer head = readHead();
    boolean isAtEnd;
    try {
      isAtEnd = skipBody(head);
    } catch (IOException e) {
      isAtEnd = false;
    }
    return head.reusable(isAtEnd && head.isReusable());
  }

  /** Reads as far as the empty line, passing over interim answers. */
  HttpAnswer readHead() throws IOException {
    while (true) {
      Matcher line = STATUS_LINE.matcher(readLine());
      if (!line.matches()) {
        throw new ProtocolException("answer does not begin like one of HTTP/1.1");
      }
      int status = Integer.parseInt(line.group(2));
      Map<String, String> headers = readHeaders();
      if (status >= 200) {
        return new HttpAnswer(status, headers, keepsConnection(line.group(1), headers));
      }
      if (status == 101) {
        throw new ProtocolException("answer switches to another protocol, which nobody asked for");
      }
    }
  }

  private Map<String, String> readHeaders() throws IOException {
    Map<String, String> headers = new HashMap<>();
    String line = readLine();
    while (!line.isEmpty()) {
      int colon = line.indexOf(':');
      String name = line.substring(0, Math.max(colon, 0));
      if (name.isEmpty() || name.indexOf(' ') >= 0 || name.indexOf('\t') >= 0) {
        throw new ProtocolException("answer has a header line without a name and a colon");
      }
      headers.merge(
          name.toLowerCase(Locale.ROOT), line.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
      line = readLine();
    }
    return headers;
  }

  private String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("connection closed in the middle of the answer");
      }
      if (--headLeft < 0) {
        throw new ProtocolException("head of the answer is larger than " + HEAD_BYTES + " bytes");
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static boolean keepsConnection(String minorVersion, Map<String, String> headers) {
    String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
    boolean isFramedTwice =
        headers.containsKey("transfer-encoding") && headers.containsKey("content-length");
    return !isFramedTwice
        && !connection.contains("close")
        && (minorVersion.equals("1") || connection.contains("keep-alive"));
  }

  /** Returns whether the body ended where its framing said. */
  private boolean skipBody(HttpAnswer head) throws IOException {
    if (head.status() == 204 || head.status() == 304) {
      return true;
    }
    String coding = head.headers().get("transfer-encoding");
    if (coding != null && coding.equalsIgnoreCase("chunked")) {
      return skipChunks();
    }
    String length = head.headers().getOrDefault("content-length", "");
    if (coding == null && LENGTH.matcher(length).matches()) {
      return skip(Integer.parseInt(length));
    }
    skip(BODY_BYTES); // ends when the peer closes, so there is nothing to reuse
    return false;
  }

  private boolean skipChunks() throws IOException {
    while (true) {
      Matcher size = CHUNK.matcher(readLine());
      if (!size.matches()) {
        return false;
      }
      int length = Integer.parseInt(size.group(1), 16);
      if (length == 0) {
        readHeaders();
        return true;
      }
      if (!skip(length) || !readLine().isEmpty()) {
        return false;
      }
    }
  }

  /** Returns whether {@code length} bytes were there and are few enough to be read. */
  private boolean skip(int length) throws IOException {
    if (length > bodyLeft) {
      return false;
    }
    bodyLeft -= length;
    byte[] buffer = new byte[8192];
    int left = length;
    while (left > 0) {
      int count = in.read(buffer, 0, Math.min(buffer.length, left));
      if (count < 0) {
        return false;
      }
      left -= count;
    }
    return true;
  }
}
