package dev.whence.journal;

import java.io.IOException;
import java.time.YearMonth;

/** Counts something by month, for all that have a share in it. One thread alone. */
@FunctionalInterface
public interface MonthCount {
  /**
   * Adds {@code more} to the count of {@code month} and returns that of all together.
   *
   * @throws IOException if it cannot be kept; then nothing was added
   */
  long add(YearMonth month, long more) throws IOException;

  /** Returns a count that ends with the process. */
  static MonthCount inMemory() {
    return new MonthCount() {
      private YearMonth current = YearMonth.of(0, 1);
      private long count;

      @Override
      public long add(YearMonth month, long more) {
        count = month.equals(current) ? count + more : more;
        current = month;
        return count;
      }
    };
  }
}
