package dev.whence.matrix;

import static dev.whence.matrix.client.RawHttp.head;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.container.Application;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The container and the client get what they would get without Whence. */
class TransparencyTest extends MatrixTest {
  private static final String HELLO = head("GET", "/hello") + "\r\n";
  private static final Pattern RETRY_DATE =
      Pattern.compile("Retry-After: \\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]{8} GMT\r");
  private static final Map<String, String> REQUESTS = new TreeMap<>();

  static {
    for (String path : List.of(
        "hello",
        "chunked",
        "dressed",
        "redirect",
        "not-found",
        "not-modified",
        "nowhere",
        "runtime",
        "servlet-exception",
        "assertion",
        "checked",
        "unavailable",
        "committed",
        "send-error",
        "set-status",
        "include",
        "forward",
        "filtered",
        "shown",
        "doomed",
        "captured",
        "async-complete",
        "async-fine",
        "async-dispatch",
        "async-timeout",
        "echo?a=1&b=%zz",
        "page.html")) {
      REQUESTS.put("GET " + path, head("GET", "/" + path, "X-Echo: x") + "\r\n");
    }
    for (String path : List.of("hello", "chunked", "runtime", "page.html", "nowhere")) {
      REQUESTS.put("HEAD " + path, head("HEAD", "/" + path) + "\r\n");
    }
    REQUESTS.put("OPTIONS page", head("OPTIONS", "/page.html") + "\r\n");
    REQUESTS.put("unknown method", head("BREW", "/echo") + "\r\n");
    REQUESTS.put("POST", head("POST", "/echo", "Content-Length: 3") + "\r\nabc");
    REQUESTS.put(
        "chunked upload",
        head("POST", "/echo", "Transfer-Encoding: chunked") + "\r\n3\r\nabc\r\n0\r\n\r\n");
    REQUESTS.put("part of a file", head("GET", "/page.html", "Range: bytes=3-9") + "\r\n");
    REQUESTS.put(
        "file not modified",
        head("GET", "/page.html", "If-Modified-Since: Fri, 02 Jan 2026 00:00:00 GMT") + "\r\n");
    REQUESTS.put("HTTP/1.0", "GET /chunked HTTP/1.0\r\n\r\n");
    REQUESTS.put("malformed path", head("GET", "/hello%zz") + "\r\n");
    REQUESTS.put("no host", "GET /hello HTTP/1.1\r\n\r\n");
    REQUESTS.put(
        "two on one connection",
        "GET /dressed HTTP/1.1\r\nHost: localhost\r\n\r\n" + head("GET", "/runtime") + "\r\n");
  }

  @TempDir
  private Path documents;

  TransparencyTest(Engine engine) {
    super(engine);
  }

  static Stream<Named<String>> requests() {
    return REQUESTS.entrySet().stream()
        .map(request -> Named.of(request.getKey(), request.getValue()));
  }

  @BeforeEach
  void writeDocument() throws IOException {
    Path page = documents.resolve("page.html");
    Files.write(page, "<p>unchanging</p>\n".repeat(100).getBytes(UTF_8));
    Files.setLastModifiedTime(page, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
  }

  private RawAnswer answer(Application application, String request) {
    RawAnswer answer = deploy(application.documents(documents)).exchange(request);
    undeploy();
    return answer;
  }

  /** Tomcat counts from the second of the request when it says when a servlet is back. */
  private static String timeless(String answer) {
    return RETRY_DATE.matcher(answer).replaceAll("Retry-After: a date\r");
  }

  @ParameterizedTest
  @MethodSource("requests")
  void theAnswerIsTheSameButForTwoHeaders(String request) {
    RawAnswer without = answer(ScenarioApplication.behind(), request);
    RawAnswer with = answer(ScenarioApplication.behind(new WhenceFilter(whence.whence())), request);

    assertThat(timeless(with.without("Date", "X-Request-ID", "X-Event-ID")))
        .isEqualTo(timeless(without.without("Date")));
    assertThat(with.isReset()).isEqualTo(without.isReset());
    events(whence.events().size());
  }

  @Test
  void theComparisonSeesWhatAServletAdds() {
    RawAnswer plain = answer(ScenarioApplication.behind(), HELLO);
    RawAnswer changed = answer(
        ScenarioApplication.behind((request, response, chain) -> {
          ((HttpServletResponse) response).setHeader("X-Extra", "1");
          chain.doFilter(request, response);
        }),
        HELLO);

    assertThat(changed.without("Date")).isNotEqualTo(plain.without("Date"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runtime", "servlet-exception", "assertion", "checked", "stack-overflow", "committed",
        "filtered", "include", "forward", "captured", "preallocated", "async-throw"
      })
  void theContainerSeesTheExceptionItself(String path) {
    Observer outside = new Observer();
    Observer inside = new Observer();
    deploy(ScenarioApplication.behind(outside, new WhenceFilter(whence.whence()), inside))
        .get("/" + path);

    List<Throwable> seen = outside.thrown();

    assertThat(seen).isNotEmpty().hasSameSizeAs(inside.thrown());
    for (int i = 0; i < seen.size(); i++) {
      assertThat(seen.get(i)).isSameAs(inside.thrown().get(i));
    }
    events(1);
  }
}
