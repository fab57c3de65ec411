package dev.whence.delivery;

import dev.whence.event.Category;
import dev.whence.journal.Cursor;
import java.util.Map;
import java.util.function.Supplier;

/** A lane's way through one journal: how far it is, what became of the records, who knows it. */
final class Channel {
  final LaneCursor cursor;
  final Tally tally;
  final Ledger ledger;

  /**
   * Makes a channel.
   *
   * @param category of what is lost in it
   * @param refused what never got into its journal, by reason
   */
  Channel(Cursor own, Category category, Supplier<Map<String, Long>> refused) {
    this.cursor = new LaneCursor(own);
    this.tally = new Tally(cursor);
    this.ledger = new Ledger(category, refused, tally::dropped);
  }

  boolean hasMore() {
    return cursor.waiting() > 0;
  }
}
