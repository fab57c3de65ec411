package dev.whence.matrix;

import static dev.whence.matrix.client.RawHttp.head;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.junit.RecordedEvent;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.client.RawConnection;
import dev.whence.matrix.container.Engine;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Requests that break rules: where the application gets them, their events are complete. */
class HostileRequestTest extends MatrixTest {
  HostileRequestTest(Engine engine) {
    super(engine);
  }

  /** Returns a header of the request, whose name Tomcat writes in lower case. */
  private String header(String name) {
    String written = on(name, name.toLowerCase(Locale.ROOT));
    return event().at("/request/headers/" + written);
  }

  @Test
  void malformedEscapesInTheQueryLeaveAnEventWithAllElse() {
    RawAnswer answer = deployScenarios().get("/runtime?good=1&bad=%zz&worse=%");

    assertThat(answer.status()).isEqualTo(500);
    assertStory("GET /runtime", 500).hasException(IllegalStateException.class);
    assertThat(event().at("/request/url")).endsWith("/runtime");
    assertThat(event().at("/request/query_string")).contains("good=1");
  }

  @Test
  void malformedEscapesInThePathNeverReachTheApplication() {
    RawAnswer answer = deployScenarios().get("/runtime%zz");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(whence.whence().health().captured()).isZero();
  }

  @Test
  void aBodyThatContradictsItsTypeLeavesAnEventWithAllElse() {
    RawAnswer answer = deployScenarios()
        .post("/runtime", "a=%zz&b", "Content-Type: application/x-www-form-urlencoded; charset=no");

    assertThat(answer.status()).isEqualTo(500);
    assertStory("POST /runtime", 500).hasException(IllegalStateException.class);
  }

  @Test
  void aRequestWithoutUserAgentOrAnyHeaderButHostIsComplete() {
    RawAnswer answer = deployScenarios().exchange("GET /runtime HTTP/1.0\r\nHost: a\r\n\r\n");

    assertThat(answer.status()).isEqualTo(500);
    assertStory("GET /runtime", 500).hasException(IllegalStateException.class);
    assertThat(header("Host")).isEqualTo("a");
    assertThat(header("User-Agent")).isEmpty();
  }

  @Test
  void tenThousandHeadersLeaveAnEventThatStaysSmall() {
    StringBuilder request = new StringBuilder(head("GET", "/runtime"));
    for (int i = 0; i < 10_000; i++) {
      request.append("X-Filler-").append(i).append(": ").append(i).append("\r\n");
    }

    RawAnswer answer = deployScenarios().exchange(request.append("\r\n").toString());

    assertThat(answer.status()).isEqualTo(500);
    assertStory("GET /runtime", 500).hasException(IllegalStateException.class);
    RecordedEvent event = event();
    assertThat(header("X-Filler-0")).isEqualTo("0");
    assertThat(header("X-Filler-9999")).isEmpty();
    assertThat(event.toString().length()).isLessThan(100_000);
  }

  @Test
  void aHeaderOfAMegabyteLeavesAnEventThatStaysSmall() {
    RawAnswer answer = deployScenarios().get("/runtime", "X-Long: " + "x".repeat(1 << 20));

    assertThat(answer.status()).isEqualTo(500);
    assertStory("GET /runtime", 500).hasException(IllegalStateException.class);
    assertThat(event().toString().length()).isLessThan(100_000);
  }

  @Test
  void aHeaderBeyondAsciiIsNeitherLostNorHarmful() {
    RawAnswer answer = deployScenarios().get("/runtime", "X-Name: caf\u00e9", "X-Good: 1");

    assertThat(answer.status()).isEqualTo(500);
    assertStory("GET /runtime", 500).hasException(IllegalStateException.class);
    assertThat(header("X-Good")).isEqualTo("1");
  }

  @Test
  void aContentLengthThatPromisesTooMuchHarmsNobodyWhoDoesNotRead() throws IOException {
    RawAnswer answer;
    try (RawConnection connection = deployScenarios().open()) {
      connection
          .send(head("POST", "/runtime", "Content-Length: 1000") + "\r\nabc")
          .end();
      answer = connection.answer();
    }

    assertThat(answer.status()).isEqualTo(500);
    assertStory("POST /runtime", 500).hasException(IllegalStateException.class);
  }

  @Test
  void aContentLengthThatIsNoNumberNeverReachesTheApplication() {
    RawAnswer answer =
        deployScenarios().exchange(head("POST", "/runtime", "Content-Length: many") + "\r\nabc");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(whence.whence().health().captured()).isZero();
  }

  @Test
  void anUnknownMethodHasARouteInCommonWithOthers() {
    RawAnswer answer = deployScenarios().request("BREW", "/runtime");

    assertThat(answer.status()).isEqualTo(500);
    assertStory("OTHER /runtime", 500).hasException(IllegalStateException.class);
    assertThat(event().at("/request/method")).isEqualTo("BREW");
  }

  @Test
  void theNextRequestIsServedAsEver() {
    deployScenarios().get("/hello%zz");

    assertThat(http().get("/hello").body()).isEqualTo("hello\n");
  }
}
