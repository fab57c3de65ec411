package dev.whence.jaxrs.observe;

import dev.whence.body.BodyCopy;
import java.io.IOException;
import java.io.InputStream;

/**
 * The stream of a request's entity, which leaves a copy of what it returned. What is not overridden
 * reads by way of what is. Threads as with the stream it is around.
 */
final class CopyingEntity extends InputStream {
  private final InputStream entity;
  private final BodyCopy copy;

  CopyingEntity(InputStream entity, BodyCopy copy) {
    this.entity = entity;
    this.copy = copy;
  }

  @Override
  public int read() throws IOException {
    int octet = entity.read();
    copy.addByte(octet);
    return octet;
  }

  @Override
  public int read(byte[] into) throws IOException {
    int count = entity.read(into);
    copy.add(into, 0, count);
    return count;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = entity.read(into, offset, length);
    copy.add(into, offset, count);
    return count;
  }

  /** Skips as the entity does, which may not be by reading; the copy ends there. */
  @Override
  public long skip(long count) throws IOException {
    long skipped = entity.skip(count);
    copy.skippedBytes(skipped);
    return skipped;
  }

  @Override
  public int available() throws IOException {
    return entity.available();
  }

  @Override
  public boolean markSupported() {
    return entity.markSupported();
  }

  @Override
  public void mark(int readLimit) {
    entity.mark(readLimit);
    copy.mark();
  }

  @Override
  public void reset() throws IOException {
    entity.reset();
    copy.reset();
  }

  @Override
  public void close() throws IOException {
    entity.close();
  }
}
