package dev.whence.matrix;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.BeforeSend;
import dev.whence.event.User;
import dev.whence.matrix.container.Engine;
import dev.whence.request.UserResolver;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Code given to Whence that throws or never returns. */
class HangingCodeTest extends MatrixTest {
  private static final UserResolver NOBODY = request -> null;

  private final Hang hang = new Hang();

  HangingCodeTest(Engine engine) {
    super(engine);
  }

  @AfterEach
  void release() {
    hang.release();
  }

  /** Hangs for the first caller, lets all others pass. */
  private final class FirstOnly {
    private final AtomicBoolean isFirst = new AtomicBoolean(true);

    void pass() {
      if (isFirst.getAndSet(false)) {
        hang.hang();
      }
    }
  }

  private void assertDeliversTheNext() {
    assertThat(http().get("/runtime").status()).isEqualTo(500);
    assertStory("GET /runtime", 500).hasException(IllegalStateException.class);
  }

  private Map<String, Long> faults() {
    return whence.whence().health().faults();
  }

  private Map<String, Long> refused() {
    return whence.whence().health().refused();
  }

  // beforeSend

  @Test
  void aBeforeSendThatThrowsLeavesTheEventAsItWas() {
    BeforeSend failing = (event, hint) -> {
      throw new IllegalStateException("in beforeSend");
    };
    whence.rebuild(builder -> builder.beforeSend(failing));

    assertThat(deployScenarios().get("/runtime").status()).isEqualTo(500);

    assertStory("GET /runtime", 500).hasException(IllegalStateException.class);
    assertThat(faults()).containsOnly(Map.entry("beforeSend", 1L));
  }

  @Test
  void aBeforeSendThatHangsCostsOneEventAndNoRequest() {
    FirstOnly first = new FirstOnly();
    whence.rebuild(builder -> builder.beforeSend((event, hint) -> {
      first.pass();
      return event;
    }));

    assertThat(deployScenarios().get("/shown").status()).isEqualTo(500);
    assertThat(http().get("/hello").status()).isEqualTo(200);

    assertDeliversTheNext();
    assertThat(refused()).containsExactly(Map.entry("stuck", 1L));
  }

  // UserResolver

  @Test
  void aResolverThatThrowsIsCountedAndTheEventGoesWithoutAUser() {
    whence.rebuild(builder -> builder.userResolver(request -> {
      throw new IllegalStateException("in a resolver");
    }));

    assertThat(deployScenarios().get("/filtered").status()).isEqualTo(500);

    assertThatEvent(event()).hasUser("").hasStatus(500);
    assertThat(faults()).containsOnly(Map.entry("user-resolver", 1L));
  }

  @Test
  void aResolverThatHangsHoldsUpOneRequestForAMoment() {
    whence.rebuild(builder -> builder.userResolver(request -> {
      hang.hang();
      return NOBODY.resolve(request);
    }));
    deployScenarios();

    for (int i = 0; i < 3; i++) {
      assertThat(http().get("/filtered").status()).isEqualTo(500);
    }

    events(3).forEach(event -> assertThatEvent(event).hasUser("").hasStatus(500));
    assertThat(faults()).containsOnly(Map.entry("user-resolver", 3L));
  }

  @Test
  void aResolverThatWorksNamesTheUser() {
    whence.rebuild(builder -> builder.userResolver(request -> User.of("u-7")));

    deployScenarios().get("/filtered");

    assertThatEvent(event()).hasUser("u-7");
  }
}
