package dev.whence.report.sentry;

import dev.whence.config.ConfigException;
import dev.whence.config.Settings;
import dev.whence.report.check.Check;
import dev.whence.report.check.Finding;
import dev.whence.report.http.HostPort;
import dev.whence.report.http.HttpPoster;
import dev.whence.report.http.HttpPoster.Timeouts;
import dev.whence.report.http.HttpProbe;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;

/** The way to a Sentry-compatible receiver, step by step, up to its answer to an event. */
final class SentryChecks {
  private static final String PROXY_HINT =
      "if only a proxy leads there, name it by -Dhttps.proxyHost and -Dhttps.proxyPort"
          + " (-Dhttp. for a DSN with http), since the JVM does not read HTTPS_PROXY";

  private final String name;
  private final Dsn dsn;
  private final HttpProbe probe;
  private final TestDelivery delivery;

  private SentryChecks(
      SentryProjects.Project project,
      Settings settings,
      Supplier<SSLSocketFactory> tls,
      InstantSource clock) {
    Timeouts timeouts = SentryReporter.Provider.timeouts(settings);
    name = project.name();
    dsn = project.dsn();
    probe = new HttpProbe(dsn.envelopeUri(), timeouts.connect(), tls);
    delivery = new TestDelivery(
        dsn,
        () -> TestEvent.record(settings, clock.instant()),
        clock,
        () -> new HttpPoster(dsn.envelopeUri(), SentryReporter.headers(dsn), timeouts, tls));
  }

  /** Returns for each project the checks in their order, nothing where no DSN is set. */
  static List<List<Check>> of(
      Settings settings, Supplier<SSLSocketFactory> tls, InstantSource clock) {
    try {
      return SentryProjects.of(settings).all().stream()
          .map(project -> new SentryChecks(project, settings, tls, clock).inOrder())
          .toList();
    } catch (ConfigException e) {
      return List.of(List.of(Check.of("sentry-dsn", () -> misconfigured(e))));
    }
  }

  /** What a DSN lacks stands in front of the remedy. */
  private static Finding misconfigured(ConfigException e) {
    String[] halves = e.remedy().split(": ", 2);
    return halves.length == 1
        ? Finding.fail(e.problem(), e.remedy())
        : Finding.fail(e.problem() + ", " + halves[0], halves[1]);
  }

  private List<Check> inOrder() {
    List<Check> checks = new ArrayList<>();
    checks.add(Check.of(name + "-dsn", () -> Finding.pass(dsn.toString())));
    checks.add(Check.of(name + "-proxy", this::proxy));
    checks.add(Check.of(name + "-name", this::name));
    checks.add(Check.of(name + "-connection", this::connection));
    if (probe.isSecure()) {
      checks.add(Check.of(name + "-tls", this::tls));
    }
    checks.add(Check.sending(name + "-event", delivery::deliver));
    checks.add(Check.of(name + "-clock", delivery::compareClocks));
    return checks;
  }

  private Finding proxy() {
    try {
      Optional<HostPort> proxy = probe.proxy();
      return Finding.pass(proxy
          .map(place -> "by the proxy " + place + " to " + probe.target())
          .orElseGet(() -> "none, straight to " + probe.target()));
    } catch (IOException e) {
      return Finding.fail(
          HttpPoster.reason(e),
          "name an HTTP proxy by -Dhttps.proxyHost and -Dhttps.proxyPort, or exempt the host by"
              + " -Dhttp.nonProxyHosts");
    }
  }

  private boolean hasProxy() {
    try {
      return probe.proxy().isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  private Finding name() {
    try {
      List<InetAddress> found = probe.lookUp();
      String more = found.size() == 1 ? "" : " and " + (found.size() - 1) + " more";
      return Finding.pass("the name leads to " + found.get(0).getHostAddress() + more);
    } catch (InterruptedIOException e) {
      return Finding.fail(
          HttpPoster.reason(e), "see whether this machine's name service (DNS) is in order");
    } catch (IOException e) {
      return Finding.fail(
          HttpPoster.reason(e)
              + (hasProxy() ? " of the proxy" : ' ' + probe.target().host()),
          hasProxy()
              ? "correct -Dhttps.proxyHost, or this machine's name service (DNS)"
              : "correct the host in the DSN, or this machine's name service (DNS); " + PROXY_HINT);
    }
  }

  private Finding connection() {
    try {
      probe.connect();
      return Finding.pass("established");
    } catch (IOException e) {
      return hasProxy()
          ? Finding.fail(HttpPoster.reason(e), proxyRemedy(e))
          : Finding.fail(probe.target() + ": " + HttpPoster.reason(e), remedy(e));
    }
  }

  private static String proxyRemedy(IOException failure) {
    return HttpPoster.reason(failure).contains("(407)")
        ? TestDelivery.PROXY_LOGIN
        : "correct -Dhttps.proxyHost and -Dhttps.proxyPort, have the proxy let this host through,"
            + " or go round it by -Dhttp.nonProxyHosts";
  }

  private static String remedy(IOException failure) {
    return failure instanceof InterruptedIOException
        ? "have the firewall in between let it through, or raise \"connect-timeout\"; " + PROXY_HINT
        : "correct host and port in the DSN, or start the receiver; " + PROXY_HINT;
  }

  private Finding tls() {
    try {
      SSLSession session = probe.shakeHands();
      return Finding.pass(session.getProtocol() + ", " + session.getCipherSuite());
    } catch (IOException e) {
      return TlsFindings.of(e);
    }
  }
}
