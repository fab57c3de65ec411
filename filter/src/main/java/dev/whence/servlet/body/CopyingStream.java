package dev.whence.servlet.body;

import dev.whence.body.BodyCopy;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/**
 * The container's stream of a request's body, which leaves a copy of what it returned. What is not
 * overridden reads by way of what is. Threads as with the container's.
 */
final class CopyingStream extends ServletInputStream {
  private final ServletInputStream container;
  private final BodyCopy copy;

  CopyingStream(ServletInputStream container, BodyCopy copy) {
    this.container = container;
    this.copy = copy;
  }

  @Override
  public int read() throws IOException {
    int octet = container.read();
    copy.addByte(octet);
    return octet;
  }

  @Override
  public int read(byte[] into) throws IOException {
    int count = container.read(into);
    copy.add(into, 0, count);
    return count;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = container.read(into, offset, length);
    copy.add(into, offset, count);
    return count;
  }

  @Override
  public int readLine(byte[] into, int offset, int length) throws IOException {
    int count = container.readLine(into, offset, length);
    copy.add(into, offset, count);
    return count;
  }

  @Override
  public boolean isFinished() {
    return container.isFinished();
  }

  @Override
  public boolean isReady() {
    return container.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    container.setReadListener(listener);
  }

  @Override
  public int available() throws IOException {
    return container.available();
  }

  @Override
  public boolean markSupported() {
    return container.markSupported();
  }

  @Override
  public void mark(int readLimit) {
    container.mark(readLimit);
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
