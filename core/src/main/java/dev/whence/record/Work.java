package dev.whence.record;

import dev.whence.assemble.EventAssembler;
import dev.whence.assemble.Origin;
import dev.whence.encode.EventJson;
import dev.whence.event.Category;
import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import dev.whence.event.EventRecord;
import dev.whence.event.RandomIds;
import dev.whence.group.GroupKey;
import dev.whence.group.Grouping;
import dev.whence.guard.Faults;
import dev.whence.limit.Repeats;
import dev.whence.refuse.Refusal;
import dev.whence.scrub.Scrubber;
import dev.whence.snapshot.Recordable;
import dev.whence.snapshot.Snapshot;
import dev.whence.snapshot.StatisticsSnapshot;
import dev.whence.snapshot.TransactionSnapshot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a recorder's thread does with each snapshot. One thread at a time, and those given up. */
final class Work {
  /** After how many events repeats are summed up while there is always more to do. */
  private static final int BETWEEN_SUMMARIES = 64;

  private static final String OWN_CONTEXT = "whence";

  final Inbox inbox;
  private final Processing processing;
  private final Tallies tallies;
  private final Tickets tickets;
  private final Faults faults;
  private final Grouping grouping;
  private final RandomIds ids = new RandomIds();
  private int sinceSummaries;
  private volatile @Nullable Origin origin;
  private volatile @Nullable EventAssembler assembler;
  private volatile @Nullable TransactionWork transactions;

  Work(Inbox inbox, Processing processing, Tallies tallies, Tickets tickets, Faults faults) {
    this.inbox = inbox;
    this.processing = processing;
    this.tallies = tallies;
    this.tickets = tickets;
    this.faults = faults;
    this.grouping = new Grouping(processing.scrubber()::scrubUncounted);
  }

  /** What became of a snapshot: exactly one of the two. */
  record Result(@Nullable EventRecord record, @Nullable Refusal refusal) {}

  /** Makes a record of {@code snapshot}. Runs the application's code, so it may never return. */
  Result convert(Recordable next) {
    try {
      if (next instanceof TransactionSnapshot transaction) {
        return transactions().convert(transaction);
      }
      return next instanceof StatisticsSnapshot statistics
          ? transactions().convert(statistics)
          : convert((Snapshot) next);
    } catch (Throwable e) {
      faults.count("recorder", e);
      return new Result(null, Refusal.FAILED);
    }
  }

  private Result convert(Snapshot snapshot) throws IOException {
    ErrorEvent event = assembler().assemble(snapshot);
    String handler = snapshot.surroundings().handler();
    GroupKey group = grouping.keyOf(event, handler);
    Refusal refusal = refusal(event, group, snapshot);
    if (refusal != null) {
      return new Result(null, refusal);
    }
    ErrorEvent processed = processing.processor().process(event, snapshot);
    if (processed == null) {
      return new Result(null, Refusal.BEFORE_SEND);
    }
    GroupKey last = processed == event ? group : grouping.keyOf(processed, handler);
    return new Result(encode(processed, last), null);
  }

  private @Nullable Refusal refusal(ErrorEvent event, GroupKey group, Snapshot snapshot) {
    if (processing.ignored().matches(event)) {
      return Refusal.IGNORED;
    }
    return snapshot.heldBack() > 0
        ? processing.limits().refusalOfSummary()
        : processing.limits().refusal(group.key(), snapshot::example);
  }

  private EventRecord encode(ErrorEvent event, GroupKey group) throws IOException {
    Scrubber scrubber = processing.scrubber();
    long failures = scrubber.failures();
    ErrorEvent scrubbed = scrubber.scrub(event);
    if (scrubber.failures() > failures) {
      faults.count("scrubber", "a value could not be scrubbed and was withheld");
    }
    byte[] json = EventJson.encode(grouped(scrubbed, group));
    return new EventRecord(event.id(), event.category(), event.timestamp(), json);
  }

  private static ErrorEvent grouped(ErrorEvent event, GroupKey group) {
    Map<String, Object> own =
        new LinkedHashMap<>(event.contexts().getOrDefault(OWN_CONTEXT, Map.of()));
    own.put("group", group.toContext());
    return event.toBuilder().context(OWN_CONTEXT, own).build();
  }

  /** Made with the first event, since it asks the system for its name. */
  private EventAssembler assembler() {
    EventAssembler made = assembler;
    if (made == null) {
      made = new EventAssembler(origin(), processing.inApp(), faults);
      assembler = made;
    }
    return made;
  }

  private TransactionWork transactions() {
    TransactionWork made = transactions;
    if (made == null) {
      made = new TransactionWork(processing, origin(), faults);
      transactions = made;
    }
    return made;
  }

  private Origin origin() {
    Origin known = origin;
    if (known == null) {
      known = processing.origin().resolved();
      origin = known;
    }
    return known;
  }

  /** Hands a record on and counts the outcome. */
  void settle(Recordable settled, Result result) {
    EventId id = settled.id();
    Tally tally = tallies.of(settled.category());
    Refusal refusal = result.refusal();
    if (result.record() != null) {
      refusal = handOn(result.record());
    }
    if (refusal == null) {
      tally.recorded();
    } else {
      tally.refused(refusal);
    }
    try {
      if (refusal == null) {
        noteRecorded(settled.category());
      }
      if (settled.category() != Category.STATISTICS) {
        processing.watcher().settled(id, refusal);
      }
    } catch (Throwable e) {
      faults.count("watcher", e); // a log that cannot be written, say
    } finally {
      inbox.settle(settled.category());
      tickets.settled(id, refusal == null);
    }
    sumUpNowAndThen();
  }

  private void noteRecorded(Category category) {
    if (category == Category.ERROR) {
      processing.limits().recorded();
    } else if (category == Category.TRANSACTION) {
      processing.transactions().quota().recorded();
    }
  }

  private void sumUpNowAndThen() {
    sinceSummaries++;
    if (sinceSummaries >= BETWEEN_SUMMARIES) {
      boolean unused = sumUp(false);
    }
  }

  /** Makes events of the repeats whose minute is over, or of all; says whether there were any. */
  private boolean sumUp(boolean isEnd) {
    sinceSummaries = 0;
    List<Repeats.Summary<Snapshot>> due = processing.limits().repeats().take(isEnd);
    for (Repeats.Summary<Snapshot> summary : due) {
      tallies.errors().captured();
      inbox.add(summary.example().standingFor(ids.eventId(), summary.count()));
    }
    return !due.isEmpty();
  }

  /** Waits for more to do; returns false when there will be nothing more. */
  boolean awaitMore() throws InterruptedException {
    boolean isEnd = inbox.isClosed();
    return sumUp(isEnd) || inbox.awaitMore(processing.limits().repeats().nanosToNext(), isEnd);
  }

  private @Nullable Refusal handOn(EventRecord record) {
    try {
      return processing.sink().accept(record);
    } catch (Throwable e) {
      faults.count("journal", e);
      return Refusal.FAILED;
    }
  }

  /** Counts what went wrong between two snapshots. */
  void failed(Throwable fault) {
    faults.count("recorder", fault);
  }

  /** Counts a snapshot whose thread is given up. */
  void giveUp(Recordable stuck) {
    faults.count("recorder", "one event took too long and was given up");
    settle(stuck, new Result(null, Refusal.STUCK));
  }
}
