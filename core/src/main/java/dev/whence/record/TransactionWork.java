package dev.whence.record;

import dev.whence.assemble.Origin;
import dev.whence.assemble.TransactionAssembler;
import dev.whence.encode.TransactionJson;
import dev.whence.event.Category;
import dev.whence.event.EventRecord;
import dev.whence.event.TransactionEvent;
import dev.whence.guard.Faults;
import dev.whence.refuse.Refusal;
import dev.whence.snapshot.StatisticsSnapshot;
import dev.whence.snapshot.TransactionSnapshot;
import dev.whence.stats.CountedBy;
import dev.whence.stats.StatisticsJson;
import dev.whence.stats.StatisticsReport;
import java.io.IOException;

/** What a recorder's thread does with each transaction. */
final class TransactionWork {
  private final Processing processing;
  private final TransactionAssembler assembler;
  private final Origin origin;
  private final Faults faults;

  TransactionWork(Processing processing, Origin origin, Faults faults) {
    this.processing = processing;
    this.assembler = new TransactionAssembler(origin, faults);
    this.origin = origin;
    this.faults = faults;
  }

  /** Makes a record of counts; names of routes are scrubbed, since they may be paths. */
  Work.Result convert(StatisticsSnapshot snapshot) {
    StatisticsReport report = snapshot.report();
    StatisticsReport clean = new StatisticsReport(
        report.start(),
        report.end(),
        report.routes().stream()
            .map(route -> route.named(processing.scrubber().scrubText(route.route())))
            .toList());
    byte[] json = StatisticsJson.encode(
        clean, new CountedBy(origin.release(), origin.environment(), origin.serverName()));
    return new Work.Result(
        new EventRecord(snapshot.id(), Category.STATISTICS, report.end(), json), null);
  }

  /** Makes a record of {@code snapshot}. Runs the application's code, so it may never return. */
  Work.Result convert(TransactionSnapshot snapshot) throws IOException {
    Refusal refusal = processing.transactions().quota().refusal();
    if (refusal != null) {
      return new Work.Result(null, refusal);
    }
    TransactionEvent processed =
        processing.transactions().processor().process(assembler.assemble(snapshot), snapshot);
    if (processed == null) {
      return new Work.Result(null, Refusal.BEFORE_SEND);
    }
    long failures = processing.scrubber().failures();
    TransactionEvent clean = processing.scrubber().scrub(processed);
    if (processing.scrubber().failures() > failures) {
      faults.count("scrubber", "a value could not be scrubbed and was withheld");
    }
    byte[] json = TransactionJson.encode(clean);
    return new Work.Result(
        new EventRecord(clean.id(), Category.TRANSACTION, clean.timestamp(), json), null);
  }
}
