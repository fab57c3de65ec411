package dev.whence.ingest.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes a body's content coding; nothing may follow the compressed data. */
public final class ContentDecoder {
  private static final int GZIP_TRAILER_BYTES = 8;

  private ContentDecoder() {}

  /**
   * Decodes {@code body}, to at most {@code maxBytes}.
   *
   * @param coding identity, gzip or deflate (in zlib format)
   */
  public static byte[] decode(String coding, byte[] body, int maxBytes) throws Refusal {
    try {
      return switch (coding.toLowerCase(Locale.ROOT)) {
        case "identity" -> body;
        case "gzip" -> gunzip(body, maxBytes);
        case "deflate" -> inflate(body, maxBytes);
        default ->
          throw new Refusal(
              400, "Content-Encoding must be identity, gzip or deflate, was \"" + coding + "\"");
      };
    } catch (IOException broken) {
      throw new Refusal(400, "body is not valid " + coding + ": " + broken.getMessage());
    }
  }

  private static byte[] gunzip(byte[] body, int maxBytes) throws IOException, Refusal {
    try (Gunzip in = new Gunzip(body)) {
      byte[] plain = readAll(in, maxBytes);
      refuseLeftOver(in.unread() - GZIP_TRAILER_BYTES);
      return plain;
    }
  }

  private static byte[] inflate(byte[] body, int maxBytes) throws IOException, Refusal {
    Inflater inflater = new Inflater();
    int bufferBytes = Math.max(1, body.length);
    try (InputStream in =
        new InflaterInputStream(new ByteArrayInputStream(body), inflater, bufferBytes)) {
      byte[] plain = readAll(in, maxBytes);
      refuseLeftOver(inflater.getRemaining());
      return plain;
    } finally {
      inflater.end();
    }
  }

  private static byte[] readAll(InputStream in, int maxBytes) throws IOException, Refusal {
    byte[] plain = in.readNBytes(maxBytes);
    if (in.read() >= 0) {
      throw new Refusal(413, "body has more than " + maxBytes + " bytes after decompression");
    }
    return plain;
  }

  private static void refuseLeftOver(int bytes) throws Refusal {
    if (bytes > 0) {
      throw new Refusal(400, "body has " + bytes + " bytes after the compressed data");
    }
  }

  /** Holds the whole input in one buffer, so that what is left of it can be counted. */
  private static final class Gunzip extends GZIPInputStream {
    Gunzip(byte[] body) throws IOException {
      super(new ByteArrayInputStream(body), Math.max(1, body.length));
    }

    int unread() {
      return inf.getRemaining();
    }
  }
}
