package dev.whence;

import dev.whence.assemble.InApp;
import dev.whence.assemble.Origin;
import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.config.TraceKeys;
import dev.whence.config.value.JournalMode;
import dev.whence.delivery.Delivery;
import dev.whence.delivery.DeliveryOptions;
import dev.whence.delivery.Receipt;
import dev.whence.delivery.Upkeep;
import dev.whence.doctor.PrivacyCheck;
import dev.whence.doctor.StartReport;
import dev.whence.event.ErrorEvent;
import dev.whence.guard.Faults;
import dev.whence.health.HealthBean;
import dev.whence.journal.Journal;
import dev.whence.record.Intake;
import dev.whence.record.Processing;
import dev.whence.record.Recorder;
import dev.whence.record.Tallies;
import dev.whence.refuse.IgnoredTexts;
import dev.whence.refuse.IgnoredTypes;
import dev.whence.refuse.Refusal;
import dev.whence.report.LogReporter;
import dev.whence.report.Reporter;
import dev.whence.report.check.Finding;
import dev.whence.request.Inquiry;
import dev.whence.request.LogContexts;
import dev.whence.setup.Journals;
import dev.whence.setup.Limiting;
import dev.whence.setup.Plan;
import dev.whence.setup.StartChecks;
import dev.whence.setup.Tracings;
import dev.whence.snapshot.Snapshot;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import org.jspecify.annotations.Nullable;

/** Puts an instance together: settings, reporters, and what stands between them. */
final class Assembly {
  private final WhenceBuilder builder;
  private final Logger log;

  Assembly(WhenceBuilder builder, Logger log) {
    this.builder = builder;
    this.log = log;
  }

  Whence assemble() {
    Plan plan = builder.plan();
    Settings settings = plan.settings();
    if (!settings.get(Keys.ENABLED)) {
      log.log(Logger.Level.INFO, "Whence is off: \"enabled\" is false");
      return Whence.disabled("\"enabled\" is false");
    }
    List<String> reporting = settings.get(Keys.REPORT_ENVIRONMENTS);
    String environment = settings.get(Keys.ENVIRONMENT);
    if (!reporting.isEmpty() && !reporting.contains(environment)) {
      String why = "environment \"" + environment + "\" is not among \"report-environments\"";
      log.log(Logger.Level.INFO, "Whence is off: {0}", why);
      return Whence.disabled(why);
    }
    List<Reporter> reporters = reporters(plan);
    StartReport report = settings.get(Keys.DEBUG)
        ? StartChecks.report(
            plan, reporters.size(), () -> Instances.count(builder.loader), builder.loader, log)
        : null;
    warnOfContradictions(settings);
    return live(plan, reporters.isEmpty() ? List.of(fallback()) : reporters, report);
  }

  private void warnOfContradictions(Settings settings) {
    Finding privacy = new PrivacyCheck(settings).run();
    if (builder.scrubber == null && privacy.verdict() == Finding.Verdict.WARN) {
      log.log(Logger.Level.WARNING, "privacy: {0}; {1}", privacy.text(), privacy.remedy());
    }
  }

  private List<Reporter> reporters(Plan plan) {
    List<Reporter> reporters = new ArrayList<>(builder.reporters);
    plan.providers().forEach(provider -> reporters.addAll(provider.create(plan.settings())));
    return reporters;
  }

  private Reporter fallback() {
    log.log(
        Logger.Level.INFO,
        "Whence writes events to this log, since no reporter is set; set \"dsn\" (SENTRY_DSN) or"
            + " \"json-lines-path\" (WHENCE_JSON_LINES_PATH) to send them elsewhere");
    return new LogReporter();
  }

  private Whence live(Plan plan, List<Reporter> reporters, @Nullable StartReport report) {
    Settings settings = plan.settings();
    JournalMode mode = plan.journalMode();
    Journal journal = Journals.open(settings, mode, log);
    Faults faults = new Faults(log);
    Tallies tallies = new Tallies();
    Delivery delivery = delivery(settings, journal, reporters, tallies);
    HealthBean bean = new HealthBean();
    Recorder recorder = new Recorder(
        new Recorder.Bounds(settings.get(Keys.INBOX_BYTES), settings.get(TraceKeys.BYTES)),
        processing(plan, faults, new Sinks(journal, mode, delivery, bean)),
        tallies,
        faults,
        Recorder.PATIENCE);
    LogContexts logs = LogContexts.by(settings, Tracings.isOn(settings, reporters), faults);
    IgnoredTypes ignored = new IgnoredTypes(settings.get(Keys.IGNORED_EXCEPTIONS), builder.ignored);
    Whence whence = new Whence(
        new Engine.Parts(
            settings,
            ignored,
            inquiry(settings, faults),
            faults,
            tallies,
            recorder,
            intake(settings, recorder, faults, mode, journal),
            delivery,
            plan.scrubber(),
            Tracings.by(settings, reporters, logs, recorder::isCrowded),
            logs,
            Tracings.countsRoutes(settings, reporters)),
        new Whence.Closing(
            builder.loader,
            settings.get(Keys.CLOSE_TIMEOUT),
            report,
            () -> jmx(faults, bean::unregister)));
    bean.show(whence::health);
    Instances.add(builder.loader, whence);
    start(report, faults);
    return whence;
  }

  private static Delivery delivery(
      Settings settings, Journal journal, List<Reporter> reporters, Tallies tallies) {
    return new Delivery(
        new Delivery.Stores(journal, Journals.ofTraces(settings)),
        reporters,
        DeliveryOptions.ofDefaults(),
        new Upkeep(
            settings.get(Keys.JOURNAL_AGE),
            tallies.errors()::refusedCounts,
            tallies.traces()::refusedCounts));
  }

  private static void start(@Nullable StartReport report, Faults faults) {
    try {
      if (report != null) {
        report.start();
      }
    } catch (OutOfMemoryError noThread) {
      faults.count("doctor", noThread);
    }
  }

  private Inquiry inquiry(Settings settings, Faults faults) {
    return new Inquiry(
        new Inquiry.Resolvers(builder.userResolver, builder.consentResolver),
        settings.get(Keys.CONSENT_SIGNALS),
        faults);
  }

  private static Intake intake(
      Settings settings, Recorder recorder, Faults faults, JournalMode mode, Journal journal) {
    return new Intake(
        recorder,
        Limiting.ofRoutes(settings),
        faults,
        new Intake.Durability(
            mode.isDurable() ? settings.get(Keys.DURABLE_WAIT) : null, journal.isPersistent()));
  }

  /** Where records go and who looks on. */
  private record Sinks(Journal journal, JournalMode mode, Delivery delivery, HealthBean bean) {}

  private Processing processing(Plan plan, Faults faults, Sinks sinks) {
    Settings settings = plan.settings();
    if (sinks.mode().isDurable()) {
      plan.scrubber().prepare(); // whoever captures waits for the recorder, and not for long
    }
    return new Processing(
        new Origin(
            settings.find(Keys.RELEASE).orElse(null),
            settings.get(Keys.ENVIRONMENT),
            settings.find(Keys.SERVER_NAME).orElse(null),
            settings.get(Keys.TAGS)),
        new InApp(settings.get(Keys.IN_APP), builder.loader),
        new IgnoredTexts(settings.get(Keys.IGNORED_MESSAGES)),
        processor(builder.beforeSend, faults),
        plan.scrubber(),
        Limiting.ofRecorder(settings, sinks.journal(), log),
        new Processing.OfTransactions(
            transactionProcessor(builder.beforeSendTransaction, faults),
            Limiting.ofTransactions(settings, sinks.journal(), log)),
        record -> refusal(sinks.delivery().accept(record)),
        sinks.mode() == JournalMode.SYNCED ? sinks.delivery()::sync : null,
        watcher(settings, faults, sinks));
  }

  /** Registers the bean with the first record, since JMX takes its time. */
  private Processing.Watcher watcher(Settings settings, Faults faults, Sinks sinks) {
    boolean debug = settings.get(Keys.DEBUG);
    boolean shown = settings.get(Keys.JMX);
    return (id, refusal) -> {
      if (shown && refusal == null) {
        jmx(faults, sinks.bean()::register);
      }
      if (refusal != null) {
        sinks.delivery().refused();
      }
      if (debug) {
        log.log(
            Logger.Level.INFO,
            "event {0}: {1}",
            id,
            refusal == null ? "recorded" : "refused, " + refusal.reason());
      }
    };
  }

  /** Something done to the bean, which JMX may refuse. */
  private interface BeanAction {
    void run() throws JMException;
  }

  private static void jmx(Faults faults, BeanAction action) {
    try {
      action.run();
    } catch (JMException | RuntimeException e) {
      faults.count("jmx", e);
    }
  }

  private static @Nullable Refusal refusal(Receipt receipt) {
    return switch (receipt) {
      case RECORDED -> null;
      case TOO_LARGE -> Refusal.TOO_LARGE;
      case JOURNAL_FAILED -> Refusal.JOURNAL_FAILED;
      case CLOSED -> Refusal.CLOSED;
    };
  }

  private static Processing.Processor processor(@Nullable BeforeSend beforeSend, Faults faults) {
    if (beforeSend == null) {
      return (event, snapshot) -> event;
    }
    return (event, snapshot) -> processed(beforeSend, event, snapshot, faults);
  }

  private static @Nullable ErrorEvent processed(
      BeforeSend beforeSend, ErrorEvent event, Snapshot snapshot, Faults faults) {
    try {
      return beforeSend.apply(event, (Hint) snapshot.hint());
    } catch (Throwable e) {
      faults.count("beforeSend", e);
      return event;
    }
  }

  private static Processing.TransactionProcessor transactionProcessor(
      @Nullable BeforeSendTransaction beforeSend, Faults faults) {
    if (beforeSend == null) {
      return (event, snapshot) -> event;
    }
    return (event, snapshot) -> {
      try {
        return beforeSend.apply(event, (Hint) snapshot.hint());
      } catch (Throwable e) {
        faults.count("beforeSendTransaction", e);
        return event;
      }
    };
  }
}
