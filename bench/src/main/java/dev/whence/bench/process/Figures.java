package dev.whence.bench.process;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What a process has used so far.
 *
 * @param nanos CPU time, of all its threads, the compiler's and the collector's too
 * @param bytes what its live threads have allocated
 * @param threads how many there are
 */
record Figures(long nanos, long bytes, int threads) {
  private static final int COLLECTIONS = 3;

  /** Returns those of this process. */
  static Figures now() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long[] ids = threads.getAllThreadIds();
    long bytes =
        Arrays.stream(threads.getThreadAllocatedBytes(ids)).filter(b -> b > 0).sum();
    return new Figures(system.getProcessCpuTime(), bytes, ids.length);
  }

  /** Returns how many bytes of this process's heap are in use when all else is collected. */
  static long heap() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  static Figures parse(String line) {
    String[] parts = line.split(" ", -1);
    return new Figures(
        Long.parseLong(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
  }

  Figures since(Figures before) {
    return new Figures(nanos - before.nanos, bytes - before.bytes, threads - before.threads);
  }

  @Override
  public String toString() {
    return nanos + " " + bytes + " " + threads;
  }
}
