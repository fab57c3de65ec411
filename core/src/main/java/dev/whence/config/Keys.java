package dev.whence.config;

import dev.whence.config.value.BodyPolicy;
import dev.whence.config.value.ConsentSignal;
import dev.whence.config.value.HostPatterns;
import dev.whence.config.value.JournalMode;
import dev.whence.config.value.Networks;
import dev.whence.config.value.PathPatterns;
import dev.whence.config.value.PrivacyPolicy;
import dev.whence.config.value.StatusSet;
import dev.whence.config.value.TransactionStyle;
import dev.whence.config.value.UserIdPolicy;
import dev.whence.config.value.Values;
import dev.whence.net.Disclosure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The table of settings. Parser, messages and the README's table come from here and from nowhere
 * else.
 */
public final class Keys {
  public static final Setting<Boolean> ENABLED =
      Rows.flag("enabled", "true", "`false` switches Whence off; the application runs without it");
  public static final Setting<String> ENVIRONMENT = Rows.text(
      "environment",
      "production",
      "where this runs; also picks the preset of `development`, `staging` or `production`");
  public static final Setting<String> RELEASE =
      Rows.text("release", null, "what runs, such as `shop@2.4.1`");
  public static final Setting<String> SERVER_NAME =
      Rows.text("server-name", null, "name of this machine; the host's own name unless set");
  public static final Setting<Map<String, String>> TAGS = Rows.row(
      "tags",
      "pairs",
      "",
      "tags on every event, such as `service=backend,team=shop`",
      Values::pairs);
  public static final Setting<Boolean> DEBUG =
      Rows.flag("debug", "false", "tells in the log what becomes of every event");

  public static final Setting<String> DSN =
      Rows.secret("dsn", "where Sentry, or what speaks its protocol, receives events");
  public static final Setting<String> PROJECT_DSNS = Rows.secret(
      "project-dsns",
      "projects for some events, such as `tag:service=worker > https://key@host/2,path:/billing/* >"
          + " https://key@host/3`; the first rule that fits takes the event, `dsn` the others");
  public static final Setting<Path> JSON_LINES_PATH = Rows.row(
      "json-lines-path",
      "path",
      null,
      "file that gets every event as a line of JSON",
      Values::path);
  public static final Setting<Integer> JSON_LINES_BYTES = Rows.bytes(
      "json-lines-bytes", "64MB", "size at which that file is rotated; one older file is kept");
  public static final Setting<Boolean> LOG_EVENTS =
      Rows.flag("log-events", "false", "writes a summary of every event to the log");
  public static final Setting<List<String>> REPORT_ENVIRONMENTS =
      Rows.list("report-environments", "", "environments that report; all unless set");
  public static final Setting<Duration> CONNECT_TIMEOUT =
      Rows.duration("connect-timeout", "5s", "how long a receiver may take to answer a connection");
  public static final Setting<Duration> READ_TIMEOUT =
      Rows.duration("read-timeout", "10s", "how long a receiver may take to answer a request");

  public static final Setting<Double> SAMPLE_RATE = Rows.row(
      "sample-rate", "0.0 to 1.0", "1.0", "share of the error events that are kept", Values::rate);
  public static final Setting<List<String>> IGNORED_EXCEPTIONS =
      Rows.list("ignored-exceptions", "", "class names of exceptions to ignore, subclasses too");
  public static final Setting<List<Pattern>> IGNORED_MESSAGES = Rows.row(
      "ignored-messages",
      "list of regex",
      "",
      "exceptions and messages to ignore whose text holds one of these",
      Values::patterns);
  public static final Setting<PathPatterns> IGNORED_PATHS = Rows.row(
      "ignored-paths",
      "list of paths",
      "",
      "requests that Whence leaves alone, such as `/health,/static/*,*.css`",
      PathPatterns::parse);
  public static final Setting<PathPatterns> UNTRACED_PATHS = Rows.row(
      "untraced-paths",
      "list of paths",
      "/health/*,/healthz,/livez,/readyz,/metrics/*,/favicon.ico",
      "requests that are not measured: their errors count, their slowness does not",
      PathPatterns::parse);
  public static final Setting<StatusSet> CAPTURE_STATUS = Rows.row(
      "capture-status",
      "list of statuses",
      "500-599",
      "answers that are events without an exception, such as `404,500-599`, or `none`",
      StatusSet::parse);
  public static final Setting<Duration> SLOW_REQUEST = Rows.row(
      "slow-request",
      "duration",
      null,
      "requests that take this long or longer are events, warnings; none unless set",
      Values::duration);
  public static final Setting<Boolean> ATTACH_STACKTRACE =
      Rows.flag("attach-stacktrace", "false", "adds the stack to captured messages");
  public static final Setting<BodyPolicy> CAPTURE_BODY = Rows.row(
      "capture-body",
      "`off` or `on-error`",
      "off",
      "sends what the application read of a request's body, scrubbed",
      value -> Values.oneOf(BodyPolicy.class, value));
  public static final Setting<Integer> BODY_BYTES = Rows.row(
      "body-bytes",
      "size",
      "8KB",
      "how much of a body is copied, at most 1MB",
      value -> Values.bytes(value, 1 << 20));
  public static final Setting<TransactionStyle> TRANSACTION_STYLE = Rows.row(
      "transaction-style",
      "`route`, `handler` or `url`",
      "route",
      "names requests by the template that they matched, the code that handles them, or their path",
      value -> Values.oneOf(TransactionStyle.class, value));
  public static final Setting<Boolean> PROBLEM_ANSWERS = Rows.flag(
      "problem-answers",
      "false",
      "answers for failures that no JAX-RS mapper answers for, as `@Monitored` does");
  public static final Setting<String> EVENT_URL = Rows.text(
      "event-url",
      null,
      "page of an event, `{event}` in the place of its ID; problem answers link to it in"
          + " development");
  public static final Setting<Integer> MAX_BREADCRUMBS = Rows.row(
      "max-breadcrumbs",
      "number",
      "50",
      "breadcrumbs kept for a request, the newest",
      Values::count);
  public static final Setting<List<String>> IN_APP = Rows.list(
      "in-app", "", "package prefixes of the application's own code; found by itself unless set");

  public static final Setting<String> REQUEST_ID_HEADER = Rows.text(
      "request-id-header", "X-Request-ID", "header that brings and returns the request ID");
  public static final Setting<Boolean> TRUST_REQUEST_ID = Rows.flag(
      "trust-request-id", "true", "takes the ID that a request brings, if it is well-formed");
  public static final Setting<String> MDC_KEY = Rows.text(
      "mdc-key", "requestId", "name of the request ID in SLF4J's MDC; `off` keeps out of it");

  public static final Setting<HostPatterns> PROPAGATE_TO = Rows.row(
      "propagate-to",
      "list of hosts",
      "*",
      "hosts that outgoing calls tell the request ID and the trace, such as `*.example.com`, or"
          + " `none`",
      HostPatterns::parse);

  public static final Setting<Boolean> SEND_DEFAULT_PII =
      Rows.flag("send-default-pii", "false", "sends client address, e-mail and user name");
  public static final Setting<Networks> TRUSTED_PROXIES = Rows.row(
      "trusted-proxies",
      "list of networks",
      "",
      "proxies that are believed about the client's address, such as `10.0.0.0/8,::1`",
      Networks::parse);
  public static final Setting<Disclosure> CLIENT_ADDRESS = Rows.row(
      "client-address",
      "`network`, `whole` or `none`",
      null,
      "how much of it is sent; unless set the network, none with `privacy=strict`, or the whole"
          + " with `send-default-pii`",
      value -> Values.oneOf(Disclosure.class, value));
  public static final Setting<UserIdPolicy> USER_ID = Rows.row(
      "user-id",
      "`pseudonym` or `plain`",
      "pseudonym",
      "how the name of a logged-in user is sent",
      value -> Values.oneOf(UserIdPolicy.class, value));
  public static final Setting<String> PSEUDONYM_KEY = Rows.secret(
      "pseudonym-key",
      "key for the pseudonyms of login names and of `join-keys`; without one they are masked");
  public static final Setting<Set<ConsentSignal>> CONSENT_SIGNALS = Rows.row(
      "consent-signals",
      "list of `gpc`, `dnt`",
      "",
      "headers of browsers, `Sec-GPC` and `DNT`, that make a request's events anonymous",
      value -> Values.someOf(ConsentSignal.class, value));
  public static final Setting<PrivacyPolicy> PRIVACY = Rows.row(
      "privacy",
      "`standard` or `strict`",
      "standard",
      "how much is hidden by itself; `strict` suits a clinic",
      value -> Values.oneOf(PrivacyPolicy.class, value));
  public static final Setting<List<String>> HIDE_KEYS =
      Rows.list("hide-keys", "", "more field names whose values are masked");
  public static final Setting<List<String>> KEEP_KEYS =
      Rows.list("keep-keys", "", "field names whose values are kept though they look sensitive");
  public static final Setting<List<String>> JOIN_KEYS = Rows.list(
      "join-keys",
      "",
      "field names whose values become pseudonyms under `pseudonym-key`, the same for equal values");
  public static final Setting<List<Pattern>> HIDE_PATTERNS = Rows.row(
      "hide-patterns",
      "list of regex",
      "",
      "what is masked in every text, such as `CH-[0-9]{6}`; the rules `pattern-1`, `pattern-2`, ...",
      Values::patterns);
  public static final Setting<List<String>> RULES_OFF =
      Rows.list("rules-off", "", "rules by looks that are switched off, such as `phone`");
  public static final Setting<Boolean> SCRUB_DRY_RUN = Rows.flag(
      "scrub-dry-run",
      "false",
      "lists and counts what `hide-keys`, `join-keys`, `hide-patterns` and `privacy` would mask"
          + " beyond the standard, and masks nothing of it");

  public static final Setting<Integer> ERRORS_PER_ROUTE = Rows.row(
      "errors-per-route",
      "number",
      "12000",
      "errors a minute that are kept of one class on one route, `0` for all",
      Values::count);
  public static final Setting<Integer> REPEATS_PER_MINUTE = Rows.row(
      "repeats-per-minute",
      "number",
      "0",
      "events a minute of the same failure, `0` for all; one more says how many there were beyond",
      Values::count);
  public static final Setting<Integer> QUOTA_ERRORS_PER_MINUTE = Rows.row(
      "quota-errors-per-minute",
      "number",
      null,
      "errors that are recorded in a minute; all unless set",
      Values::count);
  public static final Setting<Integer> QUOTA_ERRORS_PER_MONTH = Rows.row(
      "quota-errors-per-month",
      "number",
      null,
      "errors that are recorded in a month of UTC, counted over restarts with `journal-dir`; all"
          + " unless set",
      Values::count);

  public static final Setting<Integer> INBOX_BYTES =
      Rows.bytes("inbox-bytes", "8MB", "bound of what waits to be recorded");
  public static final Setting<Integer> JOURNAL_BYTES =
      Rows.bytes("journal-bytes", "16MB", "bound of what waits to be delivered");
  public static final Setting<Path> JOURNAL_DIR = Rows.row(
      "journal-dir",
      "path",
      null,
      "directory in which what waits to be delivered outlives the process; memory unless set",
      Values::path);
  public static final Setting<JournalMode> JOURNAL_MODE = Rows.row(
      "journal-mode",
      "`memory`, `disk`, `durable` or `synced`",
      null,
      "`disk` with `journal-dir`, else `memory`, unless set; `durable` captures wait until the"
          + " system has them, `synced` ones until the device has",
      value -> Values.oneOf(JournalMode.class, value));
  public static final Setting<Duration> DURABLE_WAIT = Rows.duration(
      "durable-wait", "250ms", "how long a capture waits at most with those two modes");
  public static final Setting<Duration> JOURNAL_AGE =
      Rows.duration("journal-age", "7d", "age at which what waits to be delivered is given up");
  public static final Setting<Duration> CLOSE_TIMEOUT =
      Rows.duration("close-timeout", "2s", "how long closing may take");
  public static final Setting<Boolean> JMX =
      Rows.flag("jmx", "true", "shows health as a JMX bean from the first event on");

  private static final List<Setting<?>> WHAT_IS_SENT = List.of(
      ENABLED,
      ENVIRONMENT,
      RELEASE,
      SERVER_NAME,
      TAGS,
      DEBUG,
      DSN,
      PROJECT_DSNS,
      JSON_LINES_PATH,
      JSON_LINES_BYTES,
      LOG_EVENTS,
      REPORT_ENVIRONMENTS,
      CONNECT_TIMEOUT,
      READ_TIMEOUT,
      SAMPLE_RATE,
      IGNORED_EXCEPTIONS,
      IGNORED_MESSAGES,
      IGNORED_PATHS,
      UNTRACED_PATHS,
      CAPTURE_STATUS,
      SLOW_REQUEST,
      ATTACH_STACKTRACE,
      CAPTURE_BODY,
      BODY_BYTES,
      TRANSACTION_STYLE,
      PROBLEM_ANSWERS,
      EVENT_URL,
      MAX_BREADCRUMBS,
      IN_APP,
      REQUEST_ID_HEADER,
      TRUST_REQUEST_ID,
      MDC_KEY,
      PROPAGATE_TO,
      SEND_DEFAULT_PII,
      TRUSTED_PROXIES,
      CLIENT_ADDRESS,
      USER_ID,
      PSEUDONYM_KEY,
      CONSENT_SIGNALS,
      PRIVACY,
      HIDE_KEYS,
      KEEP_KEYS,
      JOIN_KEYS,
      HIDE_PATTERNS,
      RULES_OFF,
      SCRUB_DRY_RUN);

  private static final List<Setting<?>> HOW_MUCH_OF_IT = List.of(
      ERRORS_PER_ROUTE,
      REPEATS_PER_MINUTE,
      QUOTA_ERRORS_PER_MINUTE,
      QUOTA_ERRORS_PER_MONTH,
      INBOX_BYTES,
      JOURNAL_BYTES,
      JOURNAL_DIR,
      JOURNAL_MODE,
      DURABLE_WAIT,
      JOURNAL_AGE,
      CLOSE_TIMEOUT,
      JMX);

  private Keys() {}

  /** Returns the whole table in reading order. */
  public static List<Setting<?>> all() {
    List<Setting<?>> all = new ArrayList<>(WHAT_IS_SENT);
    all.addAll(TraceKeys.ALL);
    all.addAll(HOW_MUCH_OF_IT);
    return all;
  }
}
