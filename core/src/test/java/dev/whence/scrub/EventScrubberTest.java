package dev.whence.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.Body;
import dev.whence.event.Breadcrumb;
import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import dev.whence.event.Frame;
import dev.whence.event.Level;
import dev.whence.event.Mechanism;
import dev.whence.event.Request;
import dev.whence.event.ThrownException;
import dev.whence.event.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventScrubberTest {
  private static final Frame FRAME =
      new Frame("com.sample.TokenMailer", "send", "TokenMailer.java", 88, false, true);

  private final Scrubber scrubber = Scrubber.standard();
  private int planted;

  @Test
  void letsNoSecretThroughInAnyField() {
    ErrorEvent event = everywhere();

    String clean = allOf(scrubber.scrub(event));

    assertThat(allOf(event)).contains("secret0x", "secret" + (planted - 1) + "x");
    assertThat(planted).isGreaterThan(20);
    assertThat(clean).doesNotContain("secret");
  }

  @Test
  void leavesWhatIsNoSecret() {
    ErrorEvent event = ErrorEvent.builder(EventId.of(1, 2), Instant.EPOCH)
        .level(Level.FATAL)
        .message("Order 17 not found")
        .exceptions(List.of(exception("Order 17 not found", Map.of("omitted", 3))))
        .stack(List.of(FRAME))
        .transaction("GET /orders/{id}")
        .tag("service", "backend")
        .request(new Request(
            "GET",
            "/orders/17",
            "page=2",
            Map.of("Accept", "text/html"),
            null,
            Body.whole(Body.Kind.TEXT, "x"),
            null))
        .user(User.of("8fa1").tenant("clinic-3"))
        .breadcrumbs(List.of(crumb("http", "sent", Map.of("status", 200))))
        .release("shop@2.4.1")
        .environment("production")
        .serverName("node-1")
        .fingerprint(List.of("{{ default }}", "orders"))
        .build();

    ErrorEvent clean = scrubber.scrub(event);

    assertThat(clean).usingRecursiveComparison().isEqualTo(event);
    assertThat(clean.contexts()).isEmpty();
  }

  @Test
  void leavesItsOwnContextsAsTheyAre() {
    Map<String, Object> trace = Map.of(
        "trace_id", "41111111111111114111111111111111",
        "span_id", "4111111111111111",
        "op", "http.server");
    ErrorEvent event = ErrorEvent.builder(EventId.of(1, 2), Instant.EPOCH)
        .context("runtime", Map.of("name", "OpenJDK 64-Bit Server VM", "version", "17.0.15+6-LTS"))
        .context("os", Map.of("name", "Linux", "version", "6.8.0-1021-aws"))
        .context("response", Map.of("status_code", 500, "bytes", 1_234_567L))
        .context("trace", trace)
        .build();

    assertThat(scrubber.scrub(event).contexts()).isEqualTo(event.contexts());
  }

  @Test
  void leavesTypesFramesReleaseAndHost() {
    ErrorEvent event = ErrorEvent.builder(EventId.of(1, 2), Instant.EPOCH)
        .exceptions(List.of(new ThrownException(
            "TokenException",
            "com.sample.auth",
            "a@b.org",
            List.of(FRAME),
            new Mechanism("servlet", false, 0, -1, Map.of()))))
        .stack(List.of(FRAME))
        .release("token=1@2.0")
        .environment("a@b.org")
        .serverName("a@b.org")
        .build();

    ErrorEvent clean = scrubber.scrub(event);

    assertThat(clean.exceptions()).containsExactly(event.exceptions().get(0).withValue("[EMAIL]"));
    assertThat(clean.stack()).isEqualTo(event.stack());
    assertThat(clean.release()).isEqualTo(event.release());
    assertThat(clean.environment()).isEqualTo(event.environment());
    assertThat(clean.serverName()).isEqualTo(event.serverName());
  }

  @Test
  void tellsWhatWasMaskedAndByWhichRule() {
    ErrorEvent event = ErrorEvent.builder(EventId.of(1, 2), Instant.EPOCH)
        .message("a@b.org and c@d.org")
        .request(
            new Request("GET", "/", null, Map.of("Authorization", "Bearer x"), "sid=1", null, null))
        .breadcrumbs(List.of(crumb("http", null, Map.of("line", "+44 7700 900429"))))
        .context("whence", Map.of("group", "g1"))
        .build();

    Map<String, Object> own = scrubber.scrub(event).contexts().getOrDefault("whence", Map.of());

    assertThat(own)
        .isEqualTo(Map.of(
            "group",
            "g1",
            "masked",
            List.of(
                Map.of("path", "logentry.formatted", "rule", "email", "length", 7),
                Map.of("path", "logentry.formatted", "rule", "email", "length", 7),
                Map.of("path", "breadcrumbs.values.0.data.line", "rule", "phone", "length", 15),
                Map.of("path", "request.headers.Authorization", "rule", "key", "length", 8),
                Map.of("path", "request.cookies.sid", "rule", "cookie", "length", 1))));
  }

  @Test
  void listsFiftyOfWhatWasMaskedAndCountsTheRest() {
    ErrorEvent.Builder event = ErrorEvent.builder(EventId.of(1, 2), Instant.EPOCH);
    IntStream.range(0, 70).forEach(i -> event.tag("password" + i, "x"));

    Map<String, Object> own =
        scrubber.scrub(event.build()).contexts().getOrDefault("whence", Map.of());

    assertThat((List<?>) own.get("masked")).hasSize(50);
    assertThat(own).containsEntry("masked_more", 20);
  }

  @Test
  void findsNothingTheSecondTime() {
    ErrorEvent once = scrubber.scrub(everywhere());
    Map<String, Long> counts = scrubber.counts();

    ErrorEvent twice = scrubber.scrub(once);

    assertThat(twice).usingRecursiveComparison().isEqualTo(once);
    assertThat(scrubber.counts()).isEqualTo(counts);
  }

  @Test
  void withholdsAFieldThatCannotBeScrubbedAndSendsTheRest() {
    Object hostile = new Object() {
      @Override
      public String toString() {
        throw new StackOverflowError();
      }
    };
    ErrorEvent event = ErrorEvent.builder(EventId.of(1, 2), Instant.EPOCH)
        .message("down")
        .context("item", Map.of("id", hostile))
        .build();

    ErrorEvent clean = scrubber.scrub(event);

    assertThat(clean.message()).hasValue("down");
    assertThat(clean.contexts()).containsEntry("item", Map.of("id", "[Scrub failed]"));
    assertThat(scrubber.counts()).containsEntry("failed", 1L);
  }

  private ErrorEvent everywhere() {
    return ErrorEvent.builder(EventId.of(1, 2), Instant.EPOCH)
        .message("password=" + secret())
        .exceptions(List.of(
            exception(address(), Map.of("token", secret())),
            exception("Authorization: Bearer " + secret(), Map.of("note", address()))))
        .transaction("GET /reset?token=" + secret())
        .tag("token", secret())
        .tag("contact", address())
        .tag(address(), "1")
        .context("item", Map.of("password", secret(), "list", List.of(address())))
        .context("credentials", Map.of("a", secret()))
        .context("response", Map.of("body", "pin=" + secret()))
        .context("runtime", Map.of("owner", address()))
        .context("whence", Map.of("group", address()))
        .request(new Request(
            "POST",
            "https://" + secret() + "@host/p/" + address() + "?token=" + secret(),
            "token=" + secret() + "&who=" + address().replace("@", "%40"),
            Map.of("X-Auth-Token", secret(), "Referer", address(), "Forwarded", secret()),
            "sid=" + secret() + "; theme=" + secret(),
            Body.whole(Body.Kind.FORM, "password=" + secret() + "&b=" + address()),
            secret()))
        .user(new User(address(), address(), secret(), secret(), secret(), false))
        .breadcrumbs(List.of(crumb("auth", address(), Map.of("pwd", secret(), "m", address()))))
        .fingerprint(List.of(address(), "token: " + secret()))
        .build();
  }

  private String secret() {
    return "secret" + planted++ + "x";
  }

  private String address() {
    return secret() + "@example.org";
  }

  private static ThrownException exception(String value, Map<String, Object> data) {
    return new ThrownException(
        "IllegalStateException",
        "java.lang",
        value,
        List.of(FRAME),
        new Mechanism("servlet", false, 0, -1, data));
  }

  private static Breadcrumb crumb(
      String category, @Nullable String message, Map<String, Object> data) {
    return new Breadcrumb(Instant.EPOCH, category, message, Level.INFO, data);
  }

  private static String allOf(ErrorEvent event) {
    List<Object> all = new ArrayList<>(List.of(
        event.message(), event.exceptions(), event.stack(), event.transaction(), event.tags()));
    all.addAll(List.of(event.contexts(), event.request(), event.user(), event.breadcrumbs()));
    all.addAll(List.of(event.release(), event.environment(), event.serverName()));
    all.add(event.fingerprint());
    return all.toString();
  }
}
