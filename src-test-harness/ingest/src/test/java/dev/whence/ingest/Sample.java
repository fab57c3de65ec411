package dev.whence.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Well-formed envelopes to start from. */
final class Sample {
  static final String ID = "0123456789abcdef0123456789abcdef";
  static final String EVENT = event(ID);

  private Sample() {}

  static String event(String id) {
    return "{\"event_id\":\"" + id + "\",\"timestamp\":1700000000.5,\"platform\":\"java\","
        + "\"message\":{\"formatted\":\"Grüße\"}}";
  }

  static String header(String id) {
    return "{\"event_id\":\"" + id + "\"}";
  }

  /** Returns an item with its true length. */
  static String item(String type, String payload) {
    int length = payload.getBytes(UTF_8).length;
    return "{\"type\":\"" + type + "\",\"length\":" + length + "}\n" + payload + "\n";
  }

  static String envelope(String id) {
    return header(id) + "\n" + item("event", event(id));
  }

  /** Returns an id that ends with {@code number}. */
  static String id(int number) {
    return String.format("%032x", number);
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(all)) {
      out.write(plain);
    }
    return all.toByteArray();
  }

  static byte[] deflate(byte[] plain) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(all)) {
      out.write(plain);
    }
    return all.toByteArray();
  }
}
