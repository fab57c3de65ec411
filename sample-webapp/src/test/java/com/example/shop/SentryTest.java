package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.ingest.Ingest;
import dev.whence.ingest.ReceivedEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a DSN the shop's events also go to a receiver, which finds nothing wrong with them. */
class SentryTest {
  private static final List<String> PATHS = List.of(
      "/boom",
      "/deep",
      "/error",
      "/send-error",
      "/unavailable",
      "/async-failure",
      "/async-timeout",
      "/api/orders/1042/lines/2",
      "/api/receipts/1042",
      "/api/parcels/8/whereabouts",
      "/checkout?email=ada%40example.com&card=4111111111111111");

  private Ingest ingest;
  private RunningShop shop;

  @BeforeEach
  void open() throws Exception {
    ingest = Ingest.start();
    System.setProperty("whence.dsn", ingest.dsn());
    shop = RunningShop.open();
  }

  @AfterEach
  void close() throws Exception {
    System.clearProperty("whence.dsn");
    shop.close();
    ingest.close();
  }

  @Test
  void everyKindOfTroubleIsReceivedWithoutComplaint() throws Exception {
    for (String path : PATHS) {
      shop.get(path);
    }
    shop.post("/login", "user=ada&password=hunter2");

    List<ReceivedEvent> events = ingest.awaitEvents(PATHS.size() + 1, Duration.ofSeconds(20));
    assertThat(events).hasSize(PATHS.size() + 1);
    assertThat(ingest.complaints()).isEmpty();
  }

  @Test
  void whatIsReceivedIsWhatThePageShows() throws Exception {
    RunningShop.Event shown = shop.eventOf(shop.get("/boom"));

    ReceivedEvent received = ingest.awaitEvents(1, Duration.ofSeconds(20)).get(0);
    assertThat(received.json()).isEqualTo(shown.json());
  }

  @Test
  void thePageSaysWhereEventsGoButNotUnderWhichKey() throws Exception {
    String about = shop.get("/about").body();

    assertThat(about).contains("\"sentry\":\"127.0.0.1\"").doesNotContain("public");
  }
}
