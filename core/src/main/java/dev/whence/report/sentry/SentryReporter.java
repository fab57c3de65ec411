package dev.whence.report.sentry;

import dev.whence.config.Keys;
import dev.whence.config.Setting;
import dev.whence.config.Settings;
import dev.whence.event.Category;
import dev.whence.event.EventRecord;
import dev.whence.event.Sdk;
import dev.whence.report.Batch;
import dev.whence.report.Loss;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import dev.whence.report.ReporterProvider;
import dev.whence.report.check.Check;
import dev.whence.report.http.HttpAnswer;
import dev.whence.report.http.HttpPoster;
import dev.whence.report.trim.UnreadableEventException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends each record as an envelope to Sentry or to what speaks its protocol.
 *
 * <p>Keeps one connection, starts no thread, goes by the JVM's HTTP proxies. Records that the
 * receiver's rate limits forbid are not sent until they may be.
 */
public final class SentryReporter implements Reporter {
  /**
   * What a reporter is among others of the same instance.
   *
   * @param isTeller whether its receiver is told all losses, and not only those that are its own:
   *     one of several, so that nothing is counted twice
   */
  record Role(String name, boolean isTeller) {}

  private static final System.Logger log = System.getLogger("dev.whence.report");
  static final String NAME = "sentry";

  private static final String CLIENT = Sdk.NAME + '/' + Sdk.VERSION;
  private static final Duration WARNING_INTERVAL = Duration.ofMinutes(1);

  private final Role role;
  private final Dsn dsn;
  private final HttpPoster poster;
  private final Timepiece time;
  private final RateLimits limits;
  private final EventSizes sizes;
  private final Map<Integer, Long> warnedAt = new HashMap<>();
  private boolean isReportsRefusalSaid;

  SentryReporter(Dsn dsn, HttpPoster.Timeouts timeouts, Timepiece time) {
    this(new Role(NAME, true), dsn, timeouts, time);
  }

  SentryReporter(Role role, Dsn dsn, HttpPoster.Timeouts timeouts, Timepiece time) {
    this.role = role;
    this.dsn = dsn;
    this.poster = new HttpPoster(dsn.envelopeUri(), headers(dsn), timeouts, SentryReporter::tls);
    this.time = time;
    this.limits = new RateLimits(time);
    this.sizes = new EventSizes(time);
  }

  /**
   * Returns a reporter with the default timeouts.
   *
   * @throws IllegalArgumentException if {@code dsn} is none
   */
  public static SentryReporter to(String dsn) {
    return to(Dsn.parse(dsn));
  }

  /** Returns a reporter with the default timeouts. */
  public static SentryReporter to(Dsn dsn) {
    Settings defaults = Settings.load(List.of(Keys.CONNECT_TIMEOUT, Keys.READ_TIMEOUT), List.of());
    return to(dsn, defaults.get(Keys.CONNECT_TIMEOUT), defaults.get(Keys.READ_TIMEOUT));
  }

  /**
   * Returns a reporter.
   *
   * @param connectTimeout for everything until the connection stands, TLS and proxy included
   * @param readTimeout for sending one event and getting the answer
   * @throws IllegalArgumentException if a timeout is not positive
   */
  public static SentryReporter to(Dsn dsn, Duration connectTimeout, Duration readTimeout) {
    return new SentryReporter(
        dsn, new HttpPoster.Timeouts(connectTimeout, readTimeout), Timepiece.SYSTEM);
  }

  /** Makes sockets that trust whom the JVM is told to trust. */
  static SSLSocketFactory tls() {
    return (SSLSocketFactory) SSLSocketFactory.getDefault();
  }

  static Map<String, String> headers(Dsn dsn) {
    String secret = dsn.secretKey().map(key -> ",sentry_secret=" + key).orElse("");
    return Map.of(
        "X-Sentry-Auth",
        "Sentry sentry_version=7,sentry_client=" + CLIENT + ",sentry_key=" + dsn.publicKey()
            + secret,
        "User-Agent",
        CLIENT,
        "Content-Type",
        "application/x-sentry-envelope",
        "Accept",
        "application/json");
  }

  @Override
  public String name() {
    return role.name();
  }

  @Override
  public Set<Category> categories() {
    return EnumSet.of(Category.ERROR, Category.TRANSACTION);
  }

  @Override
  public Outcome report(Batch batch) throws IOException {
    Outcome sent = Outcome.accepted(0);
    for (EventRecord record : batch.records()) {
      Duration wait = limits.waitFor(record.category());
      if (!wait.isZero()) {
        return record.category() == Category.ERROR
            ? sent.retry(wait)
            : sent.rejected(DiscardReason.LIMITED); // errors behind it must not wait for it
      }
      Outcome next = send(record, sent);
      if (next.accepted() == sent.accepted()) {
        return next;
      }
      sent = next;
    }
    return sent;
  }

  /** Sends what comes after {@code sent}; returns {@code sent} as it is to leave it for later. */
  private Outcome send(EventRecord record, Outcome sent) throws IOException {
    try {
      return sendFitting(record, sent);
    } catch (IOException e) {
      if (sent.accepted() == 0) {
        throw e;
      }
      return sent; // thrown, it would bring back those that have arrived; the next call will tell
    }
  }

  /** Sends a record, trimmed where the receiver finds it too large. */
  private Outcome sendFitting(EventRecord record, Outcome sent) throws IOException {
    byte[] whole = record.json();
    try {
      Optional<byte[]> next = sizes.first(whole);
      for (int tries = 1; next.isPresent(); tries++) {
        byte[] json = next.get();
        HttpAnswer answer =
            poster.post(Envelope.of(record, json, head(record, json), time.instant()));
        limits.read(answer);
        if (answer.status() != 413) {
          return outcome(answer, record, sent);
        }
        next = sizes.next(whole, json.length, tries);
        Duration wait = limits.waitFor(record.category());
        if (next.isPresent() && !wait.isZero() && record.category() == Category.ERROR) {
          return sent.retry(wait);
        }
      }
    } catch (UnreadableEventException malformed) {
      return sent.rejected("unreadable");
    }
    warn(413, "{0} takes no event of {1} bytes, trimmed or not", dsn, String.valueOf(whole.length));
    return sent.rejected(DiscardReason.TOO_LARGE);
  }

  private String head(EventRecord record, byte[] json) {
    return record.category() == Category.TRANSACTION ? TraceHead.of(json, dsn) : "";
  }

  private Outcome outcome(HttpAnswer answer, EventRecord record, Outcome sent) throws IOException {
    int status = answer.status();
    if (answer.isSuccess()) {
      return Outcome.accepted(sent.accepted() + 1);
    }
    if (status == 429) {
      Duration wait = limits.refused(record.category());
      return record.category() == Category.ERROR
          ? sent.retry(wait)
          : sent.rejected(DiscardReason.TOLD_LIMITED);
    }
    if (isOutage(status)) {
      Optional<Duration> wait = limits.retryAfter(answer);
      return sent.retry(wait.orElseThrow(() -> new IOException(dsn + " answered " + status)));
    }
    String reason = answer.header("X-Sentry-Error").map(dsn::masked).orElse("no reason given");
    warn(status, "{0} rejected an event with {1}: {2}", dsn, status, reason);
    return sent.rejected(DiscardReason.BY_STATUS + status);
  }

  private static boolean isOutage(int status) {
    return status == 408 || status >= 500;
  }

  /** Warns, and then no more of {@code status} for a while. */
  private void warn(int status, String format, Object... details) {
    long now = time.nanoTime();
    Long last = warnedAt.get(status);
    if (last == null || now - last >= WARNING_INTERVAL.toNanos()) {
      warnedAt.put(status, now);
      log.log(Level.WARNING, format, details);
    }
  }

  /** Sends a client report, which no rate limit holds back. */
  @Override
  public boolean account(List<Loss> losses) throws IOException {
    List<Loss> told = losses.stream()
        .filter(loss -> role.isTeller() || DiscardReason.isOfReceiver(loss.reason()))
        .toList();
    Optional<byte[]> report = ClientReport.of(told, time.instant());
    if (report.isPresent()) {
      tell(report.get());
    }
    return true;
  }

  private void tell(byte[] report) throws IOException {
    HttpAnswer answer = poster.post(Envelope.ofReport(report, time.instant()));
    limits.read(answer);
    int status = answer.status();
    if (status == 429 || isOutage(status)) {
      throw new IOException(dsn + " answered " + status);
    }
    if (!answer.isSuccess() && !isReportsRefusalSaid) {
      isReportsRefusalSaid = true;
      log.log(Level.WARNING, "{0} rejected a report of lost events with {1}", dsn, status);
    }
  }

  @Override
  public void close() {
    poster.close();
  }

  /** Builds a reporter for each project that {@code dsn} and {@code project-dsns} name. */
  public static final class Provider implements ReporterProvider {
    @Override
    public List<Reporter> create(Settings settings) {
      return SentryProjects.of(settings).reporters(timeouts(settings));
    }

    @Override
    public List<List<Check>> checks(Settings settings) {
      return SentryChecks.of(settings, SentryReporter::tls, Clock.systemUTC());
    }

    static HttpPoster.Timeouts timeouts(Settings settings) {
      return new HttpPoster.Timeouts(
          positive(Keys.CONNECT_TIMEOUT, settings), positive(Keys.READ_TIMEOUT, settings));
    }

    private static Duration positive(Setting<Duration> key, Settings settings) {
      Duration timeout = settings.get(key);
      if (timeout.isZero()) {
        throw settings.error(key, "use a duration above zero, such as 5s");
      }
      return timeout;
    }
  }
}
