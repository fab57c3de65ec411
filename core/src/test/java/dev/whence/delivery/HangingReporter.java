package dev.whence.delivery;

import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds on to every batch until it is released, deaf to interrupts. */
final class HangingReporter implements Reporter {
  private final String name;
  private final boolean closeReleases;
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  private HangingReporter(String name, boolean closeReleases) {
    this.name = name;
    this.closeReleases = closeReleases;
  }

  static HangingReporter untilClosed(String name) {
    return new HangingReporter(name, true);
  }

  /** Returns one whose close hangs as well. */
  static HangingReporter untilReleased(String name) {
    return new HangingReporter(name, false);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Outcome report(Batch batch) {
    called.countDown();
    hang();
    return batch.accepted();
  }

  @Override
  public void close() {
    if (closeReleases) {
      release();
    } else {
      hang();
    }
  }

  private void hang() {
    boolean over = false;
    while (!over) {
      try {
        released.await();
        over = true;
      } catch (InterruptedException deaf) {
        over = false;
      }
    }
  }

  void release() {
    released.countDown();
  }

  void awaitCall() throws InterruptedException {
    if (!called.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("reporter was not called");
    }
  }
}
