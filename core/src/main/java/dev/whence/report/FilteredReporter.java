package dev.whence.report;

import dev.whence.event.Category;
import dev.whence.event.EventRecord;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Leaves out events that are none of a reporter's business, and hands on the others in one batch.
 * An event on which the filter throws is left out too, since it may be nobody's to see.
 */
final class FilteredReporter implements Reporter {
  private static final System.Logger log = System.getLogger("dev.whence.report");

  private final Reporter reporter;
  private final Predicate<EventRecord> filter;

  // the lane's thread alone
  private boolean isFaultSaid;

  FilteredReporter(Reporter reporter, Predicate<EventRecord> filter) {
    this.reporter = reporter;
    this.filter = filter;
  }

  @Override
  public String name() {
    return reporter.name();
  }

  @Override
  public Set<Category> categories() {
    return reporter.categories();
  }

  @Override
  public Outcome report(Batch batch) throws IOException {
    List<EventRecord> all = batch.records();
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < all.size(); place++) {
      if (accepts(all.get(place))) {
        places.add(place);
      }
    }
    if (places.isEmpty()) {
      return Outcome.accepted(0).skipping(all.size());
    }
    Batch chosen = new Batch(places.stream().map(all::get).toList());
    return ofAll(reporter.report(chosen), places, all.size());
  }

  @Override
  public boolean account(List<Loss> losses) throws IOException {
    return reporter.account(losses);
  }

  private boolean accepts(EventRecord record) {
    try {
      return filter.test(record);
    } catch (RuntimeException fault) {
      if (!isFaultSaid) {
        isFaultSaid = true;
        log.log(
            Level.WARNING,
            "the filter of reporter \"" + name() + "\" throws, and leaves out such events",
            fault);
      }
      return false;
    }
  }

  /** Tells of all records what {@code outcome} tells of those at {@code places}. */
  private static Outcome ofAll(Outcome outcome, List<Integer> places, int all) {
    int accepted = outcome.accepted();
    int skipped = outcome.skipped();
    if (accepted < 0 || skipped < 0 || (long) accepted + skipped > places.size()) {
      throw new IllegalStateException(
          "reporter accepted " + accepted + " and skipped " + skipped + " of " + places.size());
    }
    int done = accepted + skipped;
    int next = done < places.size() ? places.get(done) : all;
    return outcome.skipping(next - accepted);
  }

  @Override
  public void close() {
    reporter.close();
  }
}
