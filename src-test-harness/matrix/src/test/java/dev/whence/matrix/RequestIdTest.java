package dev.whence.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.Keys;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.client.RawHttp;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/** The ID of a request: taken or made, echoed, in the log's context while the request is served. */
class RequestIdTest extends MatrixTest {
  RequestIdTest(Engine engine) {
    super(engine);
  }

  /** Puts a value of its own into the log's context, and notes what is there in the end. */
  private static final class MdcFilter {
    final List<@Nullable String> left = new CopyOnWriteArrayList<>();

    Filter leaving(@Nullable String value) {
      return (request, response, chain) -> {
        if (value != null) {
          MDC.put("requestId", value);
        }
        try {
          chain.doFilter(request, response);
        } finally {
          left.add(String.valueOf(MDC.get("requestId")));
          MDC.remove("requestId");
        }
      };
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "4711", "AZaz09._:-", "01a204a1-b0f9-757d-82de-ddda6158ef6b"})
  void aWellFormedIdIsTakenAndEchoed(String id) {
    RawAnswer answer = deployScenarios().get("/request-id", "X-Request-ID: " + id);

    assertThat(answer.header("X-Request-ID")).isEqualTo(id);
    assertThat(answer.body()).isEqualTo(id);
  }

  @Test
  void theLongestIdAllowedIsTaken() {
    String id = "x".repeat(128);

    assertThat(deployScenarios().get("/hello", "X-Request-ID: " + id).header("X-Request-ID"))
        .isEqualTo(id);
  }

  @Test
  void aMissingIdIsMadeInTheOrderOfTime() {
    RawHttp http = deployScenarios();
    List<String> ids = new ArrayList<>();

    for (int i = 0; i < 50; i++) {
      ids.add(http.get("/hello").header("X-Request-ID"));
    }

    assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> {
      assertThat(UUID.fromString(id).version()).isEqualTo(7);
      assertThat(UUID.fromString(id).variant()).isEqualTo(2);
    });
    assertThat(ids.get(49).substring(0, 13)).isGreaterThanOrEqualTo(ids.get(0).substring(0, 13));
  }

  static List<Named<String>> hostileIds() {
    return List.of(
        Named.of("empty", "X-Request-ID:"),
        Named.of("blank", "X-Request-ID:  \t "),
        Named.of("129 characters", "X-Request-ID: " + "x".repeat(129)),
        Named.of("a megabyte", "X-Request-ID: " + "x".repeat(1 << 20)),
        Named.of("beyond ASCII", "X-Request-ID: caf\u00e9\u00ff"),
        Named.of("markup", "X-Request-ID: <script>alert(1)</script>"),
        Named.of("quotes", "X-Request-ID: a\"b'c"),
        Named.of("a tab within", "X-Request-ID: a\tb"),
        Named.of("percent escapes", "X-Request-ID: a%0d%0aSet-Cookie:x"),
        Named.of("two in one", "X-Request-ID: a, b"));
  }

  @ParameterizedTest
  @MethodSource("hostileIds")
  void aHostileIdIsReplaced(String line) {
    RawAnswer answer = deployScenarios().get("/request-id", line);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(UUID.fromString(answer.header("X-Request-ID")).version()).isEqualTo(7);
    assertThat(answer.body()).isEqualTo(answer.header("X-Request-ID"));
  }

  static List<Named<String>> splitLines() {
    return List.of(
        Named.of("bare CR", "X-Request-ID: a\rX-Injected: 1"),
        Named.of("bare LF", "X-Request-ID: a\nX-Injected: 1"),
        Named.of("folded line", "X-Request-ID: a\r\n b"),
        Named.of("NUL", "X-Request-ID: a\0b"));
  }

  @ParameterizedTest
  @MethodSource("splitLines")
  void aBrokenLineNeverReachesTheAnswer(String line) {
    RawAnswer answer = deployScenarios().get("/hello", line);

    assertThat(answer.headers("X-Injected")).isEmpty();
    assertThat(answer.header("X-Request-ID")).matches("[A-Za-z0-9._:-]*");
  }

  @Test
  void anIdIsReplacedWhereItIsNotTrusted() {
    whence.rebuild(builder -> builder.set(Keys.TRUST_REQUEST_ID, "false"));

    assertThat(deployScenarios().get("/hello", "X-Request-ID: mine").header("X-Request-ID"))
        .isNotEqualTo("mine");
  }

  @Test
  void theHeaderMayHaveAnotherName() {
    whence.rebuild(builder -> builder.set(Keys.REQUEST_ID_HEADER, "X-Correlation-ID"));

    RawAnswer answer = deployScenarios().get("/hello", "X-Correlation-ID: c-1");

    assertThat(answer.header("X-Correlation-ID")).isEqualTo("c-1");
    assertThat(answer.headers("X-Request-ID")).isEmpty();
  }

  @Test
  void theLogsContextHoldsTheIdWithinTheRequestAndNothingAfterwards() {
    MdcFilter outer = new MdcFilter();
    RawHttp http =
        deploy(ScenarioApplication.behind(outer.leaving(null), new WhenceFilter(whence.whence())));

    RawAnswer answer = http.get("/mdc", "X-Request-ID: r-1");
    http.get("/runtime");

    assertThat(answer.body()).isEqualTo("r-1");
    assertThat(outer.left).containsOnly("null").hasSizeGreaterThanOrEqualTo(2);
    events(1);
  }

  @Test
  void theLogsContextGetsBackWhatAnOuterFilterHadPut() {
    MdcFilter outer = new MdcFilter();
    RawHttp http = deploy(
        ScenarioApplication.behind(outer.leaving("outer"), new WhenceFilter(whence.whence())));

    RawAnswer answer = http.get("/mdc", "X-Request-ID: r-1");
    http.get("/runtime");

    assertThat(answer.body()).isEqualTo("r-1");
    assertThat(outer.left).containsOnly("outer").hasSizeGreaterThanOrEqualTo(2);
    events(1);
  }

  @Test
  void threadsThatServeManyRequestsKeepNothing() {
    RawHttp http = deployScenarios();
    Set<String> seen = new HashSet<>();

    for (int i = 0; i < 60; i++) {
      String path = i % 3 == 0 ? "/async-fine" : i % 3 == 1 ? "/mdc" : "/request-id";
      RawAnswer answer = http.get(path, "X-Request-ID: r-" + i);
      assertThat(answer.header("X-Request-ID")).isEqualTo("r-" + i);
      seen.add(answer.body().strip());
    }

    assertThat(seen).contains("r-1", "r-58").hasSize(41);
  }
}
