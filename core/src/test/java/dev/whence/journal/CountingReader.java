package dev.whence.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;

/** Reads numbered frames through one cursor, a random few at a time, until it is told to finish. */
final class CountingReader extends Thread {
  private final Cursor cursor;
  private final Random random;
  private volatile boolean finishing;

  // the reader's thread alone until it has ended
  private long read;
  private int newest = -1;
  private boolean inOrder = true;

  CountingReader(Cursor cursor, long seed) {
    this.cursor = cursor;
    this.random = new Random(seed);
  }

  @Override
  public void run() {
    boolean last;
    do {
      last = finishing;
      readAll();
      Thread.onSpinWait();
    } while (!last);
  }

  private void readAll() {
    for (List<byte[]> frames = next(); !frames.isEmpty(); frames = next()) {
      int count = 1 + random.nextInt(frames.size());
      frames.subList(0, count).forEach(this::check);
      cursor.advance(count);
      read += count;
    }
  }

  private List<byte[]> next() {
    return cursor.next(1 + random.nextInt(2_000), 1 + random.nextInt(20));
  }

  private void check(byte[] frame) {
    int number = Integer.parseInt(new String(frame, 0, 5, UTF_8));
    inOrder &= number > newest;
    newest = number;
  }

  void finish() {
    finishing = true;
  }

  Cursor cursor() {
    return cursor;
  }

  long read() {
    return read;
  }

  boolean isInOrder() {
    return inOrder;
  }
}
