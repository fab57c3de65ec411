package dev.whence.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthBeanTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final List<Whence> open = new ArrayList<>();

  /** Rejects every record. */
  private static final class RejectingReporter implements Reporter {
    @Override
    public String name() {
      return "rejecting";
    }

    @Override
    public Outcome report(Batch batch) {
      return Outcome.accepted(0).rejected("unwanted");
    }
  }

  private Whence build(String jmx) {
    Whence whence = Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.JMX, jmx)
        .ignore(IllegalArgumentException.class)
        .reporter(new RejectingReporter())
        .build();
    open.add(whence);
    return whence;
  }

  private Set<ObjectName> beans() throws Exception {
    return server.queryNames(new ObjectName("dev.whence:type=Health,*"), null);
  }

  @AfterEach
  void close() {
    open.forEach(Whence::close);
  }

  @Test
  void comesWithTheFirstRecordAndGoesWithTheInstance() throws Exception {
    Whence whence = build("true");
    assertThat(beans()).isEmpty();

    whence.capture(new IllegalStateException("x"));
    assertThat(whence.flush(LONG)).isTrue();
    assertThat(beans()).hasSize(1);

    whence.close();
    assertThat(beans()).isEmpty();
  }

  @Test
  void showsBothSums() throws Exception {
    Whence whence = build("true");
    whence.capture(new IllegalArgumentException("ignored"));
    whence.capture(new IllegalStateException("recorded"));
    whence.capture(new IllegalStateException("recorded"));
    assertThat(whence.flush(LONG)).isTrue();

    ObjectName bean = beans().iterator().next();

    assertThat(server.getAttribute(bean, "Captured")).isEqualTo(3L);
    assertThat(server.getAttribute(bean, "Recorded")).isEqualTo(2L);
    assertThat(server.getAttribute(bean, "Inbox")).isEqualTo(0L);
    assertThat(row(bean, "Refused", "ignored").get("count")).isEqualTo(1L);
    CompositeData lane = row(bean, "Lanes", "rejecting");
    assertThat(lane.get("recorded")).isEqualTo(2L);
    assertThat(lane.get("delivered")).isEqualTo(0L);
    assertThat(lane.get("waiting")).isEqualTo(0L);
    assertThat(lane.get("dropped")).isEqualTo(2L);
    assertThat(lane.get("adopted")).isEqualTo(0L);
    assertThat(lane.get("isCircuitOpen")).isEqualTo(false);
  }

  private CompositeData row(ObjectName bean, String table, String name) throws Exception {
    return ((TabularData) server.getAttribute(bean, table)).get(new Object[] {name});
  }

  @Test
  void describesWhatItShows() throws Exception {
    Whence whence = build("true");
    whence.capture(new IllegalStateException("x"));
    assertThat(whence.flush(LONG)).isTrue();

    ObjectName bean = beans().iterator().next();

    assertThat(server.getMBeanInfo(bean).getAttributes())
        .extracting(attribute -> attribute.getName())
        .containsExactly(
            "Captured",
            "Recorded",
            "Inbox",
            "TracesCaptured",
            "TracesRecorded",
            "TracesInbox",
            "Refused",
            "Faults",
            "Masked",
            "WouldMask",
            "TracesRefused",
            "Lanes",
            "TracesLanes");
    assertThat(server.getAttributes(bean, new String[] {"Captured", "Unknown"})).hasSize(1);
  }

  @Test
  void twoInstancesAreTwoBeans() throws Exception {
    for (Whence whence : List.of(build("true"), build("true"))) {
      whence.capture(new IllegalStateException("x"));
      assertThat(whence.flush(LONG)).isTrue();
    }

    assertThat(beans()).hasSize(2);
  }

  @Test
  void canBeLeftOut() throws Exception {
    Whence whence = build("false");

    whence.capture(new IllegalStateException("x"));

    assertThat(whence.flush(LONG)).isTrue();
    assertThat(beans()).isEmpty();
  }
}
