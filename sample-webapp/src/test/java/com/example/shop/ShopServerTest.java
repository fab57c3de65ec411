package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server around the shop: its page, and its end. */
class ShopServerTest {
  @ParameterizedTest
  @CsvSource({
    "/, text/html",
    "/shop.css, text/css",
    "/shop.js, text/javascript",
    "/shop.svg, image/svg+xml"
  })
  void servesThePageUnderAStrictPolicy(String path, String type) throws Exception {
    try (RunningShop shop = RunningShop.open()) {
      HttpResponse<String> answer = shop.get(path);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .startsWith("default-src 'self'");
    }
  }

  @Test
  void everyButtonLeadsSomewhere() throws Exception {
    try (RunningShop shop = RunningShop.open()) {
      String page = shop.get("/").body();

      assertThat(page)
          .contains("/boom", "/deep", "/error", "/send-error", "/unavailable", "/missing", "/slow")
          .contains("/health", "/async-failure", "/async-timeout", "/checkout", "/login")
          .contains("/api/auth/login", "/api/users/register", "/api/products", "/api/store/nobody")
          .contains("/api/orders/1042/lines/2", "/api/receipts/1042", "/api/parcels/7/label")
          .doesNotContain("http://", "https://", "style=", "onclick=");
    }
  }

  @Test
  void namesNoReceiverWithoutOne() throws Exception {
    try (RunningShop shop = RunningShop.open()) {
      assertThat(shop.get("/about").body())
          .isEqualTo("{\"problem\":\"\",\"environment\":\"development\"}");
    }
  }

  @Test
  void leavesNoThreadAndNoPortBehind() throws Exception {
    RunningShop shop = RunningShop.open();
    shop.eventOf(shop.get("/boom"));
    shop.get("/api/parcels/7/whereabouts");

    shop.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("whence") || name.startsWith("shop-"));
    assertThatThrownBy(() -> shop.get("/health")).isInstanceOf(ConnectException.class);
  }

  @Test
  void opensAgain() throws Exception {
    RunningShop.open().close();

    try (RunningShop shop = RunningShop.open()) {
      assertThat(shop.eventOf(shop.get("/error")).thrown()).containsExactly("AssertionError");
    }
  }
}
