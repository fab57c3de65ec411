package dev.whence.report.trim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps what is written, up to a limit. For one thread. */
final class BoundedOutput extends OutputStream {
  /** Says that there is no room for more. */
  static final class Full extends IOException {
    private static final long serialVersionUID = 1;
  }

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int limit;

  BoundedOutput(int limit) {
    this.limit = limit;
  }

  @Override
  public void write(int next) throws IOException {
    reserve(1);
    bytes.write(next);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    reserve(length);
    bytes.write(source, offset, length);
  }

  private void reserve(int length) throws Full {
    if (length > limit - bytes.size()) {
      throw new Full();
    }
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
