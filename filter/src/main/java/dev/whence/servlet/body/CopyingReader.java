package dev.whence.servlet.body;

import dev.whence.body.BodyCopy;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The container's reader of a request's body, which leaves a copy of what it returned. It has no
 * buffer of its own to read ahead into. Threads as with the container's.
 */
final class CopyingReader extends BufferedReader {
  private final BufferedReader container;
  private final BodyCopy copy;

  CopyingReader(BufferedReader container, BodyCopy copy) {
    super(container, 1); // never filled
    this.container = container;
    this.copy = copy;
  }

  @Override
  public int read() throws IOException {
    int c = container.read();
    copy.addChar(c);
    return c;
  }

  @Override
  public int read(char[] into) throws IOException {
    int count = container.read(into);
    copy.add(CharBuffer.wrap(into), 0, count);
    return count;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int count = container.read(into, offset, length);
    copy.add(CharBuffer.wrap(into), offset, count);
    return count;
  }

  @Override
  public int read(CharBuffer into) throws IOException {
    CharBuffer seen = into.duplicate();
    int count = container.read(into);
    copy.add(seen, 0, count);
    return count;
  }

  /** Copies the line and a line feed, whatever ended it. */
  @Override
  public @Nullable String readLine() throws IOException {
    String line = container.readLine();
    if (line == null) {
      copy.add("", 0, -1);
    } else {
      copy.add(line, 0, line.length());
      copy.add("\n", 0, 1);
    }
    return line;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = container.skip(count);
    copy.skippedChars(skipped);
    return skipped;
  }

  @Override
  public boolean ready() throws IOException {
    return container.ready();
  }

  @Override
  public boolean markSupported() {
    return container.markSupported();
  }

  @Override
  public void mark(int readAheadLimit) throws IOException {
    container.mark(readAheadLimit);
    copy.mark();
  }

  @Override
  public void reset() throws IOException {
    container.reset();
    copy.reset();
  }

  @Override
  public void close() throws IOException {
    container.close();
  }
}
