package dev.whence.ingest.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One answer.
 *
 * @param headerLines complete lines without their end, such as "Retry-After: 60"
 * @param json the body, left out where the status forbids one
 */
public record Response(int status, List<String> headerLines, String json) {
  public Response {
    headerLines = List.copyOf(headerLines);
  }

  /** Returns the bytes to put on the wire. */
  public byte[] encode() {
    byte[] body = hasBody() ? json.getBytes(StandardCharsets.UTF_8) : new byte[0];
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " \r\n");
    headerLines.forEach(line -> head.append(line).append("\r\n"));
    if (hasBody()) {
      head.append("Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n");
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private boolean hasBody() {
    return status != 204 && status != 304;
  }
}
