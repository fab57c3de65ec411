package dev.whence.ingest;

import static dev.whence.ingest.RawClient.AUTH;
import static dev.whence.ingest.RawClient.TYPE;
import static dev.whence.ingest.RawClient.head;
import static dev.whence.ingest.Sample.ID;
import static dev.whence.ingest.Sample.deflate;
import static dev.whence.ingest.Sample.envelope;
import static dev.whence.ingest.Sample.gzip;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestHandlingTest {
  private static final byte[] BODY = envelope(ID).getBytes(UTF_8);

  private final Ingest ingest = Ingest.start();
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

  @Test
  void answersWithTheEventsId() throws IOException {
    String answer = client.post(envelope(ID));

    assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("{\"id\":\"" + ID + "\"}");
    assertThat(ingest.events()).singleElement().satisfies(event -> {
      assertThat(event.eventId()).isEqualTo(ID);
      assertThat(event.at("/message/formatted")).isEqualTo("Grüße");
      assertThat(event.at("/nothing")).isEmpty();
    });
    assertThat(ingest.complaints()).isEmpty();
  }

  @Test
  void servesManyRequestsOnOneConnection() throws IOException {
    for (int i = 0; i < 50; i++) {
      client.post(envelope(Sample.id(i)));
    }

    assertThat(ingest.eventCount()).isEqualTo(50);
    assertThat(ingest.connections()).isEqualTo(1);
  }

  @Test
  void countsEachConnection() throws IOException {
    client.post(envelope(ID));
    try (RawClient second = new RawClient(ingest)) {
      second.post(envelope(ID));
    }

    assertThat(ingest.connections()).isEqualTo(2);
  }

  @Test
  void closesConnectionWhenAsked() throws IOException {
    String answer = client.post(BODY, AUTH, TYPE, "Connection: close");

    assertThat(answer).contains("Connection: close");
    assertThat(client.isAtEnd()).isTrue();
  }

  @Test
  void readsGzip() throws IOException {
    byte[] body = gzip(BODY);

    client.post(body, AUTH, TYPE, "content-encoding: gzip");

    assertThat(ingest.events()).hasSize(1);
    assertThat(ingest.requests()).singleElement().satisfies(request -> {
      assertThat(request.contentEncoding()).isEqualTo("gzip");
      assertThat(request.bodySize()).isEqualTo(body.length);
      assertThat(request.path()).isEqualTo("/api/1/envelope/");
      assertThat(request.key()).isEqualTo("public");
    });
  }

  @Test
  void readsDeflate() throws IOException {
    client.post(deflate(BODY), AUTH, TYPE, "Content-Encoding: deflate");

    assertThat(ingest.events()).hasSize(1);
  }

  @Test
  void readsChunkedBodyAndTheRequestAfterIt() throws IOException {
    String envelope = new String(envelope(Sample.id(1)).getBytes(UTF_8), ISO_8859_1);
    String first = envelope.substring(0, 20);
    String rest = envelope.substring(20);
    String chunks = "14\r\n" + first + "\r\n" + Integer.toHexString(rest.length()) + ";x=y\r\n"
        + rest + "\r\n0\r\nTrailer: x\r\n\r\n";

    client.send(
        head("POST /api/1/envelope/", AUTH, TYPE, "Transfer-Encoding: chunked") + "\r\n" + chunks);
    client.answer();
    client.post(envelope(Sample.id(2)));

    assertThat(ingest.seenIds()).containsExactlyInAnyOrder(Sample.id(1), Sample.id(2));
  }

  @Test
  void servesAnOrdinaryHttpClient() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + ingest.port() + "/api/1/envelope/"))
        .header("X-Sentry-Auth", "Sentry sentry_version=7,sentry_client=raw/1,sentry_key=public")
        .header("Content-Type", "application/x-sentry-envelope")
        .POST(HttpRequest.BodyPublishers.ofByteArray(BODY))
        .build();

    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ingest.events()).hasSize(1);
  }

  @Test
  void showsRequestAsItWasSent() throws IOException {
    client.post(BODY, AUTH, TYPE, "X-More: a", "x-more: b");

    assertThat(ingest.requests()).singleElement().satisfies(request -> {
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.header("X-MORE")).hasValue("a, b");
      assertThat(request.headers().get("x-More")).containsExactly("a", "b");
      assertThat(request.contentEncoding()).isEqualTo("identity");
    });
  }

  @Test
  void showsEnvelopeItemByItem() throws IOException {
    client.post(
        envelope(ID) + Sample.item("attachment", "raw") + Sample.item("session", "{\"a\":1}"));

    ReceivedEnvelope envelope = ingest.envelopes().get(0);
    assertThat(envelope.header().path("event_id").asText()).isEqualTo(ID);
    assertThat(envelope.items())
        .extracting(ReceivedItem::type)
        .containsExactly("event", "attachment", "session");
    assertThat(envelope.items("session")).singleElement().satisfies(session -> {
      assertThat(session.json().path("a").asInt()).isEqualTo(1);
      assertThat(session.header().path("length").asInt()).isEqualTo(7);
    });
    assertThat(envelope.items("attachment").get(0).json().isMissingNode()).isTrue();
    assertThat(ingest.eventCount()).isEqualTo(1);
  }

  @Test
  void namesItsAddressInTheDsn() {
    assertThat(ingest.dsn()).isEqualTo("http://public@127.0.0.1:" + ingest.port() + "/1");
    assertThat(ingest.dsn("shop")).endsWith("/shop");
  }
}
