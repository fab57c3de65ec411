package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.Keys;
import dev.whence.event.Breadcrumb;
import dev.whence.event.Level;
import dev.whence.event.User;
import dev.whence.ingest.Ingest;
import dev.whence.ingest.ReceivedEvent;
import dev.whence.report.sentry.SentryReporter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An event with everything in it, however odd, is one that the receiver's schema takes. */
class FullEventTest {
  private static final String HALF_A_CHARACTER = "\ud83d";

  @Test
  void anEventWithEverythingPassesFramingAndSchema() throws Exception {
    try (Ingest ingest = Ingest.start();
        Whence whence = Whence.builder()
            .environmentVariables(Map.of())
            .set(Keys.SEND_DEFAULT_PII, "true")
            .set(Keys.ATTACH_STACKTRACE, "true")
            .release("shop@1.0")
            .tag("service", "backend")
            .reporter(SentryReporter.to(ingest.dsn()))
            .build()) {
      RequestScope scope = whence.open("r-1");
      fill(scope);
      scope.fail(failure(), "servlet", null);
      try (ScopeEntry entry = scope.enter()) {
        whence.capture("odd " + HALF_A_CHARACTER, Level.FATAL);
      }
      scope.finish(StubFacts.answered(500));
      ingest.awaitEvents(2, Duration.ofSeconds(30));

      assertThat(ingest.complaints()).isEmpty();
      ReceivedEvent event = ingest.events().get(0);
      assertThat(event.at("/contexts/odd/nothing")).isEmpty();
      assertThat(event.at("/contexts/odd/endless")).isEqualTo("NaN");
      assertThat(event.at("/contexts/odd/half")).isEqualTo("\ufffd");
      assertThat(event.at("/tags/long")).hasSize(200);
      assertThat(event.at("/exception/values/0/type")).isEqualTo("FullEventTest$1");
      assertThat(event.at("/user/username")).isEqualTo("Jo");
      assertThat(event.at("/fingerprint/0")).isEqualTo("{{ default }}");
    }
  }

  private static void fill(RequestScope scope) {
    Map<String, Object> odd = new HashMap<>();
    odd.put("nothing", null);
    odd.put("endless", Double.NaN);
    odd.put("half", HALF_A_CHARACTER);
    odd.put("list", Arrays.asList(1, 2L, 3.5, true, null, new int[] {4}));
    List<Object> cycle = new ArrayList<>();
    cycle.add(cycle);
    odd.put("cycle", cycle);
    scope
        .context("odd", odd)
        .context("request", Map.of("mine", "too"))
        .tag("long", "x".repeat(5_000))
        .tag("half" + HALF_A_CHARACTER, "name")
        .tag("", "nameless")
        .fingerprint("{{ default }}", "shop")
        .user(User.of("8fa1").tenant("clinic-3").username("Jo").email("jo@example.org"))
        .breadcrumb("cart", "opened", Level.DEBUG)
        .breadcrumb(new Breadcrumb(Instant.now(), null, null, Level.INFO, Map.of("items", 3)));
  }

  private static Throwable failure() {
    Exception thrown =
        new IllegalStateException("no stock", new IOException(new RuntimeException() {
          private static final long serialVersionUID = 1;
        }));
    thrown.addSuppressed(new StacklessException());
    return thrown;
  }

  private static final class StacklessException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StacklessException() {
      super(null, null, false, false);
    }
  }
}
