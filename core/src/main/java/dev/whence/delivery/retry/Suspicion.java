package dev.whence.delivery.retry;

import dev.whence.event.EventId;
import dev.whence.event.EventRecord;
import dev.whence.report.Batch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the record that makes a reporter throw: halves the batches until it is alone, and condemns
 * it when it has failed often enough. And finds the one that alone makes a destination fail: when
 * that has happened a few times at the same record, others are tried. One thread alone.
 */
public final class Suspicion {
  /** How many failures in a row condemn the record that comes first in all of them. */
  public static final int TRIES = 20;

  /**
   * After how many failures of the destination at one record, again and again, others are tried.
   */
  public static final int OUTAGES = 8;

  private final int maxCount;
  private int limit;
  private @Nullable EventId suspect;
  private int failures;
  private @Nullable EventId witness;
  private int outages;

  public Suspicion(int maxCount) {
    this.maxCount = maxCount;
    this.limit = maxCount;
  }

  /** How many records the next batch may hold. */
  public int limit() {
    return limit;
  }

  /** Notes that {@code batch} made the reporter throw; returns whether its only record is to go. */
  public boolean isConfirmedBy(Batch batch) {
    List<EventRecord> records = batch.records();
    EventId first = records.get(0).id();
    failures = first.equals(suspect) ? failures + 1 : 1;
    suspect = first;
    limit = Math.max(1, records.size() / 2);
    return failures >= TRIES && records.size() == 1;
  }

  /** Notes that the destination failed; returns whether to try other records than the first. */
  public boolean isAnotherToBeTried(EventId first) {
    clear();
    outages = first.equals(witness) ? outages + 1 : 1;
    witness = first;
    return outages % OUTAGES == 0;
  }

  /** Notes that whatever went wrong last, it was not for a record. */
  public void clear() {
    suspect = null;
    limit = (int) Math.min(maxCount, limit * 2L);
  }
}
