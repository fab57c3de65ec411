package dev.whence.ingest;

import static dev.whence.ingest.RawClient.AUTH;
import static dev.whence.ingest.RawClient.TYPE;
import static dev.whence.ingest.RawClient.head;
import static dev.whence.ingest.Sample.ID;
import static dev.whence.ingest.Sample.deflate;
import static dev.whence.ingest.Sample.envelope;
import static dev.whence.ingest.Sample.gzip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedRequestsTest {
  private static final byte[] BODY = envelope(ID).getBytes(UTF_8);

  private final Ingest ingest = Ingest.builder().maxBodyBytes(10_000).start();
  private RawClient client;

  @BeforeEach
  void connect() throws IOException {
    client = new RawClient(ingest);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    ingest.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /api/1/envelope/ | method must be POST",
        "POST /api/1/envelope | path must be",
        "POST /api/1/store/ | path must be",
        "POST //api/1/envelope/ | path must be",
        "POST /api/1/envelope/?sentry_key=public | path must be",
      })
  void refusesWrongTarget(String methodAndPath, String complaint) throws IOException {
    client.send(
        head(methodAndPath, AUTH, TYPE) + "Content-Length: " + BODY.length + "\r\n\r\n", BODY);

    assertThat(client.answer()).startsWith("HTTP/1.1 400 ").contains(complaint);
    assertThat(ingest.complaints()).singleElement().asString().startsWith(complaint);
    assertThat(ingest.envelopes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Other: none",
        "X-Sentry-Auth: Bearer public",
        "X-Sentry-Auth: Sentry sentry_version=7, sentry_client=raw/1",
        "X-Sentry-Auth: Sentry sentry_version=6, sentry_client=raw/1, sentry_key=public",
        "X-Sentry-Auth: Sentry sentry_version=7, sentry_client=raw, sentry_key=public",
        "X-Sentry-Auth: Sentry sentry_version=7, sentry_client=raw/1, sentry_key=",
        "X-Sentry-Auth: Sentry sentry_version=7,  sentry_client=raw/1, sentry_key=public",
        "X-Sentry-Auth: Sentry sentry_version=7, sentry_client=raw/1, sentry_key=a, sentry_key=b",
        "X-Sentry-Auth: Sentry sentry_version=7, sentry_client=raw/1, sentry_key=a, sentry_timestamp=1",
      })
  void refusesWrongAuthentication(String auth) throws IOException {
    assertThat(client.post(BODY, auth, TYPE)).startsWith("HTTP/1.1 403 ");
    assertThat(ingest.complaints()).singleElement().asString().startsWith("X-Sentry-Auth ");
  }

  @Test
  void refusesWrongContentTypeAndEncoding() throws IOException {
    client.post(BODY, AUTH, "Content-Type: application/json");
    client.post(BODY, AUTH, TYPE, "Content-Encoding: br");

    assertThat(ingest.complaints())
        .containsExactly(
            "Content-Type must be application/x-sentry-envelope, was \"application/json\"",
            "Content-Encoding must be identity, gzip or deflate, was \"br\"");
  }

  @Test
  void refusesEventAgainstTheSchemaWithEveryComplaint() throws IOException {
    String event =
        "{\"event_id\":\"" + ID + "\",\"timestamp\":1,\"platform\":\"x\",\"level\":\"x\"}";

    String answer = client.post(Sample.header(ID) + "\n" + Sample.item("event", event));

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("platform must be");
    assertThat(ingest.complaints()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(ingest.events()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello\r\n\r\n",
        "POST /api/1/envelope/ HTTP/1.0\r\nHost: a\r\n\r\n",
        "POST /api/1/envelope/ HTTP/1.1\nHost: a\n\n",
        "POST /api/1/envelope/ HTTP/1.1\r\n\r\n",
        "POST /api/1/envelope/ HTTP/1.1\r\nHost : a\r\n\r\n",
        "POST /api/1/envelope/ HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\n",
        "POST /api/1/envelope/ HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nz\r\n",
      })
  void refusesWhatIsNotHttp(String request) throws IOException {
    client.send(request);

    assertThat(client.answer()).startsWith("HTTP/1.1 400 ").contains("Connection: close");
    assertThat(client.isAtEnd()).isTrue();
    assertThat(ingest.complaints()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate"})
  void refusesTruncatedAndOverlongCompression(String coding) throws IOException {
    byte[] body = coding.equals("gzip") ? gzip(BODY) : deflate(BODY);
    String encoding = "Content-Encoding: " + coding;

    client.post(Arrays.copyOf(body, body.length - 9), AUTH, TYPE, encoding);
    client.post(Arrays.copyOf(body, body.length + 3), AUTH, TYPE, encoding);

    assertThat(ingest.complaints()).hasSize(2);
    assertThat(ingest.complaints().get(0)).startsWith("body is not valid " + coding);
    assertThat(ingest.complaints().get(1)).isEqualTo("body has 3 bytes after the compressed data");
  }

  @Test
  void refusesBodyOverTheLimitWhicheverWayItIsSent() throws IOException {
    byte[] bomb = gzip(new byte[10_001]);

    assertThat(client.post(bomb, AUTH, TYPE, "Content-Encoding: gzip")).startsWith("HTTP/1.1 413 ");
    assertThat(client.post(new byte[10_001], AUTH, TYPE)).startsWith("HTTP/1.1 413 ");
    try (RawClient chunked = new RawClient(ingest)) {
      chunked.send(head("POST /api/1/envelope/", "Transfer-Encoding: chunked") + "\r\n2711\r\n");
      assertThat(chunked.answer()).startsWith("HTTP/1.1 413 ");
    }
    assertThat(ingest.complaints()).hasSize(3);
  }

  @Test
  void answersEvenIfTheBodyOverTheLimitIsStillBeingSent() throws IOException {
    assertThat(client.post(new byte[20_000_000], AUTH, TYPE)).startsWith("HTTP/1.1 413 ");
  }

  @Test
  void refusesEndlessHead() throws IOException {
    client.send(head("POST /", "X-Many: 1\r\n".repeat(200) + "X-Last: 1") + "\r\n");

    assertThat(client.answer()).contains("more than 200 header fields");
  }
}
