package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a request keeps secret is in the event that it leaves, wherever it was sent. */
class PrivacyTest {
  private static final String TOKEN = "q7Zt2LxW9aPbN4vK";
  private static final String COOKIE = "m3Yc8RdH5sUeJ1oG";
  private static final String EMAIL = "grace.hopper@navy.example";
  private static final String CARD = "5555555555554444";
  private static final String USER = "grace-the-admiral";
  private static final String PASSWORD = "nanoseconds-11.8-inch";

  private static final String QUERY = "email=grace.hopper%40navy.example&card=" + CARD + "&user="
      + USER + "&password=" + PASSWORD;
  private static final String[] HEADERS = {
    "Authorization", "Bearer " + TOKEN,
    "Cookie", "basket=" + COOKIE,
    "X-Shopper", USER
  };

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
        "/checkout"
      })
  void eventsHoldNoSecretOfTheirRequest(String path) throws Exception {
    try (RunningShop shop = RunningShop.open()) {
      HttpResponse<String> answer = shop.get(path + '?' + QUERY, HEADERS);

      assertThat(leaks(shop.eventOf(answer))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?" + QUERY})
  void theFailedLoginHoldsNoSecretOfItsForm(String query) throws Exception {
    try (RunningShop shop = RunningShop.open()) {
      HttpResponse<String> answer = shop.post("/login" + query, QUERY, HEADERS);

      assertThat(leaks(shop.eventOf(answer))).isEmpty();
    }
  }

  private static List<String> leaks(RunningShop.Event event) {
    String json = event.json().toString();
    List<String> leaks = new ArrayList<>();
    for (String secret : List.of(
        TOKEN, COOKIE, EMAIL, "grace.hopper", "navy.example", CARD, USER, PASSWORD)) {
      if (json.contains(secret)) {
        leaks.add(secret + " in " + json);
      }
    }
    return leaks;
  }
}
