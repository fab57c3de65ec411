package dev.whence.matrix.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whence.matrix.client.RawHttp;
import java.nio.charset.Charset;

/**
 * One case of the table: a request, how the application reads it, and what its event tells.
 *
 * @param body a character for each byte
 * @param data what stands in {@code request.data}, empty for nothing
 * @param notes what stands in {@code contexts.whence.body}, empty for nothing
 */
record BodyRow(
    String name,
    Work work,
    String target,
    String type,
    String body,
    boolean isChunked,
    String data,
    String notes) {
  static BodyRow of(String name, String type, Work.Reading reading) {
    return of(name, type, Work.thenFail(reading));
  }

  static BodyRow of(String name, String type, Work work) {
    return new BodyRow(name, work, "/work", type, "", false, "", "");
  }

  BodyRow at(String newTarget) {
    return new BodyRow(name, work, newTarget, type, body, isChunked, data, notes);
  }

  BodyRow body(String text) {
    return body(text.getBytes(UTF_8));
  }

  BodyRow body(String text, Charset charset) {
    return body(text.getBytes(charset));
  }

  BodyRow body(byte[] bytes) {
    String newBody = new String(bytes, ISO_8859_1);
    return new BodyRow(name, work, target, type, newBody, isChunked, data, notes);
  }

  BodyRow inChunks() {
    return new BodyRow(name, work, target, type, body, true, data, notes);
  }

  BodyRow sends(String newData) {
    return new BodyRow(name, work, target, type, body, isChunked, newData, notes);
  }

  BodyRow notes(String newNotes) {
    return new BodyRow(name, work, target, type, body, isChunked, data, newNotes);
  }

  /** Returns the request, a character for each byte. */
  String request() {
    String head = RawHttp.head("POST", target, ("Content-Type: " + type).split("\n", -1));
    if (!isChunked) {
      return head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }
    int half = body.length() / 2;
    return head + "Transfer-Encoding: chunked\r\n\r\n" + chunk(body.substring(0, half))
        + chunk(body.substring(half)) + "0\r\n\r\n";
  }

  private static String chunk(String bytes) {
    return bytes.isEmpty() ? "" : Integer.toHexString(bytes.length()) + "\r\n" + bytes + "\r\n";
  }

  @Override
  public String toString() {
    return name;
  }
}
