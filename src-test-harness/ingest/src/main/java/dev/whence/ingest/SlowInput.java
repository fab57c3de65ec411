package dev.whence.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Reads a little at a time, with a pause before each, as long as a script wants that. */
final class SlowInput extends FilterInputStream {
  private static final int PART = 256;

  private final Supplier<Duration> pause;
  private final CountDownLatch closing;

  SlowInput(InputStream in, Supplier<Duration> pause, CountDownLatch closing) {
    super(in);
    this.pause = pause;
    this.closing = closing;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Duration wait = pause.get();
    if (wait.isZero()) {
      return super.read(bytes, offset, length);
    }
    try {
      if (closing.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        return -1;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    return super.read(bytes, offset, Math.min(length, PART));
  }
}
