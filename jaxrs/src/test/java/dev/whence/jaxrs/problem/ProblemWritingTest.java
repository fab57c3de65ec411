package dev.whence.jaxrs.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.whence.event.EventId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** How problems are written. */
class ProblemWritingTest {
  private static final EventId EVENT = EventId.parse("0123456789abcdef0123456789abcdef");
  private static final Incident INCIDENT = new Incident(EVENT, "r-1", "/a");
  private static final Problem FAILED = new Problem(500, INCIDENT, Insight.NONE, List.of());
  private static final Problem INVALID = new Problem(
      400,
      new Incident(null, "r-2", "/orders"),
      Insight.NONE,
      List.of(new Violation("name", "must not be blank"), new Violation("", "too <big>")));

  private static Problem with(Insight insight) {
    return new Problem(500, INCIDENT, insight, List.of());
  }

  private static String written(ProblemFormat format, Problem problem) {
    return new String(format.write(problem), StandardCharsets.UTF_8);
  }

  private static Document xml(Problem problem) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(ProblemFormat.XML.write(problem)));
  }

  private static String detailInXml(Problem problem) throws Exception {
    return xml(problem)
        .getElementsByTagNameNS("urn:ietf:rfc:7807", "detail")
        .item(0)
        .getTextContent();
  }

  private static String detailInJson(Problem problem) throws Exception {
    try (JsonParser json = new JsonFactory().createParser(ProblemFormat.JSON.write(problem))) {
      while (json.nextToken() != null) {
        if ("detail".equals(json.currentName())) {
          return json.nextTextValue();
        }
      }
    }
    throw new AssertionError("no detail");
  }

  @Test
  void aFailureInJson() {
    assertThat(written(ProblemFormat.JSON, FAILED))
        .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,"
            + "\"instance\":\"urn:uuid:01234567-89ab-cdef-0123-456789abcdef\","
            + "\"requestId\":\"r-1\",\"eventId\":\"0123456789abcdef0123456789abcdef\"}");
  }

  @Test
  void violationsInJson() {
    assertThat(written(ProblemFormat.JSON, INVALID))
        .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
            + "\"instance\":\"/orders\",\"requestId\":\"r-2\",\"errors\":["
            + "{\"field\":\"name\",\"message\":\"must not be blank\"},"
            + "{\"message\":\"too <big>\"}]}");
  }

  @Test
  void aFailureInXml() {
    assertThat(written(ProblemFormat.XML, FAILED))
        .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<problem xmlns=\"urn:ietf:rfc:7807\"><type>about:blank</type>"
            + "<title>Internal Server Error</title><status>500</status>"
            + "<instance>urn:uuid:01234567-89ab-cdef-0123-456789abcdef</instance>"
            + "<requestId>r-1</requestId><eventId>0123456789abcdef0123456789abcdef</eventId>"
            + "</problem>\n");
  }

  @Test
  void violationsInXml() throws Exception {
    assertThat(written(ProblemFormat.XML, INVALID))
        .contains("<errors><i><field>name</field><message>must not be blank</message></i>"
            + "<i><message>too &lt;big&gt;</message></i></errors>");
    assertThat(xml(INVALID).getDocumentElement().getNamespaceURI()).isEqualTo("urn:ietf:rfc:7807");
  }

  @Test
  void aFailureInText() {
    assertThat(written(ProblemFormat.TEXT, FAILED)).isEqualTo("""
            500 Internal Server Error
            instance: urn:uuid:01234567-89ab-cdef-0123-456789abcdef
            requestId: r-1
            eventId: 0123456789abcdef0123456789abcdef
            """);
  }

  @Test
  void violationsInText() {
    assertThat(written(ProblemFormat.TEXT, INVALID)).isEqualTo("""
            400 Bad Request
            name: must not be blank
            too <big>
            instance: /orders
            requestId: r-2
            """);
  }

  @Test
  void aPageNeedsNothingButItself() {
    assertThat(written(ProblemFormat.HTML, FAILED))
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("<title>500 Internal Server Error</title>")
        .contains("<h1>500 Internal Server Error</h1>")
        .contains("<dt>Request</dt><dd>r-1</dd>")
        .contains("<dt>Event</dt><dd>0123456789abcdef0123456789abcdef</dd>")
        .doesNotContain("<script", "src=", "href=", "url(", "@import");
  }

  @Test
  void violationsOnAPage() {
    assertThat(written(ProblemFormat.HTML, INVALID))
        .contains("<ul><li>name: must not be blank</li><li>too &lt;big&gt;</li></ul>");
  }

  @Test
  void aPageLinksToTheEvent() {
    Problem problem = with(new Insight(null, "https://errors.example/?a=1&b=\"2"));

    assertThat(written(ProblemFormat.HTML, problem))
        .contains("<a href=\"https://errors.example/?a=1&amp;b=&quot;2\">");
  }

  @Test
  void aPageLinksToNothingButPages() {
    Problem problem = with(new Insight(null, "javascript:alert(1)"));

    assertThat(written(ProblemFormat.HTML, problem))
        .contains("<dd>javascript:alert(1)</dd>")
        .doesNotContain("href");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<script>alert(1)</script> | &lt;script&gt;alert(1)&lt;/script&gt;",
        "</dd><img src=x onerror=alert(1)> | &lt;/dd&gt;&lt;img src=x onerror=alert(1)&gt;",
        "\" onload=\"x | &quot; onload=&quot;x",
        "it's | it&#39;s",
        "a & b &amp; c | a &amp; b &amp;amp; c",
        "]]> | ]]&gt;",
        "<!-- x --> | &lt;!-- x --&gt;",
      })
  void textIsNoMarkup(String detail, String escaped) throws Exception {
    Problem problem = with(new Insight(detail, null));

    assertThat(written(ProblemFormat.HTML, problem)).contains("<dd>" + escaped + "</dd>");
    assertThat(written(ProblemFormat.XML, problem)).contains("<detail>" + escaped + "</detail>");
    assertThat(detailInXml(problem)).isEqualTo(detail);
  }

  static Stream<String[]> unprintables() {
    return Stream.of(
        new String[] {"a\r\nX-Evil: 1", "a  X-Evil: 1"},
        new String[] {"a\u0000b", "a b"},
        new String[] {"a\tb\u001b[31m", "a b [31m"},
        new String[] {"a\u0085b\u009f", "a b "},
        new String[] {"a\u2028b\u2029c", "a b c"},
        new String[] {"a\u202egpj.exe", "a gpj.exe"},
        new String[] {"a\u2067b", "a b"},
        new String[] {"half \ud800", "half \ufffd"},
        new String[] {"\udc00 half", "\ufffd half"},
        new String[] {"none \uffff", "none \ufffd"},
        new String[] {"whole \ud83d\ude00 é", "whole \ud83d\ude00 é"});
  }

  @ParameterizedTest
  @MethodSource("unprintables")
  void whatCannotBeShownIsBlank(String detail, String shown) throws Exception {
    Problem problem = with(new Insight(detail, null));

    assertThat(detailInJson(problem)).isEqualTo(shown);
    assertThat(detailInXml(problem)).isEqualTo(shown);
    assertThat(written(ProblemFormat.TEXT, problem)).contains("\ndetail: " + shown + "\n");
  }

  @Test
  void aDetailEndsAfterAThousandCharacters() throws Exception {
    assertThat(detailInJson(with(new Insight("x".repeat(1_001), null)))).hasSize(1_000);
    assertThat(detailInJson(with(new Insight("x".repeat(1_000), null)))).hasSize(1_000);
    assertThat(detailInJson(with(new Insight("x".repeat(999) + "\ud83d\ude00", null))))
        .isEqualTo("x".repeat(999));
  }

  static Stream<String> anyText() {
    Random random = new Random(42);
    return Stream.generate(() -> {
          StringBuilder text = new StringBuilder("t");
          random.ints(20, 0, 0x3000).forEach(c -> text.append((char) c));
          return text.append((char) random.nextInt(0xD700, 0x10000)).toString();
        })
        .limit(50);
  }

  @ParameterizedTest
  @MethodSource("anyText")
  void anyTextIsReadBackAsOneDetail(String detail) throws Exception {
    Problem problem = with(new Insight(detail, null));

    assertThat(detailInXml(problem)).isEqualTo(detailInJson(problem));
    assertThat(written(ProblemFormat.TEXT, problem).lines()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({
    "400, Bad Request",
    "404, Not Found",
    "500, Internal Server Error",
    "503, Service Unavailable",
    "499, Client Error",
    "599, Server Error",
  })
  void theTitleIsThePhraseOfTheStatus(int status, String title) {
    assertThat(new Problem(status, INCIDENT, Insight.NONE, List.of()).title()).isEqualTo(title);
  }
}
