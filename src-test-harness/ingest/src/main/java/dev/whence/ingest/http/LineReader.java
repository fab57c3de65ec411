package dev.whence.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a request's head, which must end with CR LF. */
final class LineReader {
  private static final int MAX_BYTES = 65_536;

  private final InputStream in;

  LineReader(InputStream in) {
    this.in = in;
  }

  String read() throws IOException, Refusal {
    String line = readIfAny();
    if (line == null) {
      throw new EOFException("the connection was closed in the middle of a request");
    }
    return line;
  }

  /** Returns null if the connection was closed before the line's first byte. */
  @Nullable
  String readIfAny() throws IOException, Refusal {
    int next = in.read();
    if (next < 0) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (next != '\r') {
      append(line, next);
      next = in.read();
    }
    if (in.read() != '\n') {
      throw new Refusal(400, "head: a CR must be followed by LF");
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static void append(ByteArrayOutputStream line, int next) throws IOException, Refusal {
    if (next < 0) {
      throw new EOFException("the connection was closed in the middle of a line");
    }
    if (next == '\n' || next == 0) {
      throw new Refusal(400, "head: a line must end with CR LF and hold neither LF nor NUL");
    }
    if (line.size() == MAX_BYTES) {
      throw new Refusal(400, "head: a line is longer than " + MAX_BYTES + " bytes");
    }
    line.write(next);
  }
}
