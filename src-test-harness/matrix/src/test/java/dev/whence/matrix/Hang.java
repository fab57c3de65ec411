package dev.whence.matrix;

import java.util.concurrent.CountDownLatch;

/** Hangs whoever calls, interrupted or not, until it is released. For any thread. */
final class Hang {
  private final CountDownLatch released = new CountDownLatch(1);
  private final CountDownLatch entered = new CountDownLatch(1);

  void hang() {
    entered.countDown();
    boolean isInterrupted = false;
    while (released.getCount() > 0) {
      try {
        released.await();
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isEntered() {
    return entered.getCount() == 0;
  }

  void release() {
    released.countDown();
  }
}
