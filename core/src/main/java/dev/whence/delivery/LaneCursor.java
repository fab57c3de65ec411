package dev.whence.delivery;

import dev.whence.journal.Cursor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A lane's cursor in its own journal and those in the journals that it has adopted. What is the
 * lane's own goes first: what happens now before what was left behind. Moved by the lane's thread
 * alone.
 */
final class LaneCursor implements Cursor {
  private final List<Cursor> all = new CopyOnWriteArrayList<>();
  private Cursor inHand;

  // guarded by the lock of the lane's tally, which alone asks for counts
  private long lostBefore;
  private long expiredBefore;

  LaneCursor(Cursor own) {
    all.add(own);
    inHand = own;
  }

  void add(Cursor adopted) {
    all.add(adopted);
  }

  /** Lets a cursor go that has nothing waiting. */
  void remove(Cursor adopted) {
    if (all.remove(adopted)) {
      lostBefore += adopted.lost();
      expiredBefore += adopted.expired();
    }
  }

  @Override
  public List<byte[]> next(int maxBytes, int maxCount) {
    for (Cursor cursor : all) {
      if (cursor.waiting() > 0) {
        inHand = cursor;
        break;
      }
    }
    return inHand.next(maxBytes, maxCount);
  }

  @Override
  public void advance(int count) {
    inHand.advance(count);
  }

  @Override
  public long waiting() {
    return all.stream().mapToLong(Cursor::waiting).sum();
  }

  @Override
  public long lost() {
    return lostBefore + all.stream().mapToLong(Cursor::lost).sum();
  }

  @Override
  public long expired() {
    return expiredBefore + all.stream().mapToLong(Cursor::expired).sum();
  }
}
