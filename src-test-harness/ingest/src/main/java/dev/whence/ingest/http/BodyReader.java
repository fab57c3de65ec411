package dev.whence.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the body of a request, whichever way its end is marked. */
final class BodyReader {
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
  private static final Pattern CHUNK_SIZE = Pattern.compile("([0-9A-Fa-f]{1,8})(;.*)?");

  private final InputStream in;
  private final LineReader lines;
  private final int maxBytes;

  BodyReader(InputStream in, LineReader lines, int maxBytes) {
    this.in = in;
    this.lines = lines;
    this.maxBytes = maxBytes;
  }

  byte[] sized(String length) throws IOException, Refusal {
    if (!LENGTH.matcher(length).matches()) {
      throw new Refusal(400, "Content-Length must be one number, was \"" + length + "\"");
    }
    return exactly(withinLimit(Long.parseLong(length)));
  }

  byte[] coded(String transferCoding) throws IOException, Refusal {
    if (!transferCoding.equalsIgnoreCase("chunked")) {
      throw new Refusal(400, "Transfer-Encoding must be chunked, was \"" + transferCoding + "\"");
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (long size = chunkSize(); size > 0; size = chunkSize()) {
      withinLimit(body.size() + size);
      body.write(exactly((int) size));
      expectEmptyLine();
    }
    skipTrailers();
    return body.toByteArray();
  }

  private long chunkSize() throws IOException, Refusal {
    String line = lines.read();
    Matcher size = CHUNK_SIZE.matcher(line);
    if (!size.matches()) {
      throw new Refusal(400, "chunk size must be hexadecimal, was \"" + line + "\"");
    }
    return Long.parseLong(size.group(1), 16);
  }

  private void expectEmptyLine() throws IOException, Refusal {
    if (!lines.read().isEmpty()) {
      throw new Refusal(400, "a chunk is longer than its size says");
    }
  }

  private void skipTrailers() throws IOException, Refusal {
    String line;
    do {
      line = lines.read();
    } while (!line.isEmpty());
  }

  private int withinLimit(long size) throws Refusal {
    if (size > maxBytes) {
      throw new Refusal(413, "body of " + size + " bytes or more exceeds the limit of " + maxBytes);
    }
    return (int) size;
  }

  private byte[] exactly(int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("the connection was closed in the middle of a body");
    }
    return bytes;
  }
}
