package dev.whence.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.matrix.client.RawHttp;
import dev.whence.matrix.container.Application;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import java.util.Map;
import java.util.function.Supplier;
import org.example.scenarios.Scenario;
import org.example.scenarios.ScenarioServlet;
import org.example.scenarios.Scenarios;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Failures and values whose own methods throw or never return. */
class HangingTextTest extends MatrixTest {
  private final Hang hang = new Hang();

  HangingTextTest(Engine engine) {
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

  private Map<String, Long> refused() {
    return whence.whence().health().refused();
  }

  @Test
  void aMessageThatThrowsIsNamedAsSuch() {
    deployWith(capturing(new OddFailure(() -> {
          throw new UnsupportedOperationException("no message");
        })))
        .get("/odd");

    assertStory("GET /odd", 200).hasException(OddFailure.class);
    assertThat(event().exceptions().get(0).message()).contains("UnsupportedOperationException");
    assertThat(whence.whence().health().faults()).containsOnlyKeys("getMessage");
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
