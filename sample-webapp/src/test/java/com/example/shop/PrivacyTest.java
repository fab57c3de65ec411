package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a request keeps secret is in the event that it leaves, wherever it was sent. */
class PrivacyTest {
  private static final String TOKEN = "q7Zt2LxW9aPbN4vK";
  private static final String COOKIE = "m3Yc8RdH5sUeJ1oG";
  private static final String API_KEY = "h4Wd9TfK2xQiB6nS";
  private static final String CARD = "5555555555554444";
  private static final String USER = "grace-the-admiral";
  private static final String PASSWORD = "nanoseconds-11.8-inch";

  private static final String FIELDS =
      "email=grace.hopper%40navy.example&card=" + CARD + "&user=" + USER + "&password=" + PASSWORD;
  private static final String[] HEADERS = {
    "Authorization", "Bearer " + TOKEN, "Cookie", "basket=" + COOKIE, "X-Api-Key", API_KEY
  };
  private static final String[] SECRETS = {
    TOKEN, COOKIE, API_KEY, CARD, USER, PASSWORD, "grace.hopper", "navy.example"
  };

  private static RunningShop shop;

  @BeforeAll
  static void open() throws Exception {
    shop = RunningShop.open();
  }

  @AfterAll
  static void close() throws Exception {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/boom",
        "/deep",
        "/error",
        "/send-error",
        "/unavailable",
        "/async-failure",
        "/async-timeout",
        "/checkout",
        "/missing",
        "/slow",
        "/api/orders/1042/lines/2",
        "/api/receipts/1042",
        "/api/parcels/8/whereabouts",
        "/api/nothing"
      })
  void eventsHoldNoSecretOfTheirRequest(String path) throws Exception {
    RunningShop.Event event = shop.eventOf(shop.get(path + '?' + FIELDS, HEADERS));

    assertThat(event.json().toString()).doesNotContain(SECRETS);
    assertThat(event.at("/request/query_string")).contains("email=", "card=", "password=");
    assertThat(event.at("/request/headers/Authorization")).isEqualTo("[Filtered]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?" + FIELDS})
  void theFailedLoginHoldsNoSecretOfItsForm(String query) throws Exception {
    RunningShop.Event event = shop.eventOf(shop.post("/login" + query, FIELDS, HEADERS));

    assertThat(event.json().toString()).doesNotContain(SECRETS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/login", "/api/products", "/api/parcels/7/label"})
  void theApisEventsHoldNoSecretOfTheirBody(String path) throws Exception {
    String body = path.equals("/api/products")
        ? "{\"name\":\"" + CARD + " grace.hopper@navy.example\",\"cents\":9,\"pieces\":0}"
        : "{\"username\":\"" + USER + "\",\"password\":\"" + PASSWORD + "\"}";

    HttpResponse<String> answer = shop.postJson(path, body, HEADERS);

    assertThat(shop.eventOf(answer).json().toString()).doesNotContain(SECRETS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health", "/sorry", "/shop.css"})
  void whatLeavesNoEventLeavesNoSecretEither(String path) throws Exception {
    shop.get(path + '?' + FIELDS, HEADERS);
    shop.eventOf(shop.get("/error"));

    assertThat(List.of(shop.get("/events").body(), shop.get("/about").body()))
        .noneMatch(text -> List.of(SECRETS).stream().anyMatch(text::contains));
  }
}
