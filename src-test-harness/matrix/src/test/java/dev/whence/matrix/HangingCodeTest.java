package dev.whence.matrix;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.BeforeSend;
import dev.whence.UserResolver;
import dev.whence.event.User;
import dev.whence.matrix.client.RawHttp;
import dev.whence.matrix.container.Application;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.example.scenarios.Scenario;
import org.example.scenarios.ScenarioServlet;
import org.example.scenarios.Scenarios;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The application's own code, called by Whence, that throws or never returns. */
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

  /** An exception whose message is the test's affair. */
  private static final class OddFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Supplier<String> message;

    OddFailure(Supplier<String> message) {
      this.message = message;
    }

    @Override
    public String getMessage() {
      return message.get();
    }
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

  private RawHttp deployWith(Scenario odd) {
    return deploy(Application.atRoot()
        .filter(new WhenceFilter(whence.whence()))
        .servlet(new ScenarioServlet(odd), "/odd")
        .servlet(new ScenarioServlet(Scenarios.named("runtime")), "/runtime"));
  }

  private Scenario capturing(Throwable failure) {
    return (request, response) -> {
      whence.whence().capture(failure);
      response.getWriter().print("dealt with");
    };
  }

  private Scenario withContext(Object value) {
    return (request, response) -> {
      whence.whence().context("odd", Map.of("value", value));
      throw new IllegalStateException("with an odd value");
    };
  }

  private static final class OddValue {
    private final Runnable first;

    OddValue(Runnable first) {
      this.first = first;
    }

    @Override
    public String toString() {
      first.run();
      return "odd";
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

  // The failure's own methods

  @Test
  void aMessageThatThrowsIsNamedAsSuch() {
    deployWith(capturing(new OddFailure(() -> {
          throw new UnsupportedOperationException("no message");
        })))
        .get("/odd");

    assertStory("GET /odd", 200).hasException(OddFailure.class);
    assertThat(event().exceptions().get(0).message()).contains("UnsupportedOperationException");
    assertThat(faults()).containsOnlyKeys("getMessage");
  }

  @Test
  void aMessageThatHangsCostsOneEventAndNoRequest() {
    OddFailure hanging = new OddFailure(() -> {
      hang.hang();
      return "at last";
    });

    assertThat(deployWith(capturing(hanging)).get("/odd").body()).isEqualTo("dealt with");

    assertDeliversTheNext();
    assertThat(refused()).containsExactly(Map.entry("stuck", 1L));
  }

  @Test
  void aValueWhoseTextThrowsLeavesAnEventWithAllElse() {
    Scenario odd = withContext(new OddValue(() -> {
      throw new UnsupportedOperationException("no text");
    }));

    assertThat(deployWith(odd).get("/odd").status()).isEqualTo(500);

    assertStory("GET /odd", 500).hasException(IllegalStateException.class);
    assertThat(event().at("/contexts/odd/value")).isEqualTo("[Scrub failed]");
  }

  @Test
  void aValueWhoseTextHangsCostsOneEventAndNoRequest() {
    assertThat(deployWith(withContext(new OddValue(hang::hang))).get("/odd").status())
        .isEqualTo(500);

    assertDeliversTheNext();
    assertThat(hang.isEntered()).isTrue();
    assertThat(refused()).containsExactly(Map.entry("stuck", 1L));
  }
}
