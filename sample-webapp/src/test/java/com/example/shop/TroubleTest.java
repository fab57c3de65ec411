package com.example.shop;

import static com.example.shop.RunningShop.requestId;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.RunningShop.Event;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each path of trouble answers, and the event that it leaves. */
class TroubleTest {
  private static RunningShop shop;

  @BeforeAll
  static void open() throws Exception {
    shop = RunningShop.open();
  }

  @AfterAll
  static void close() throws Exception {
    shop.close();
  }

  @Test
  void boomReportsAnExceptionWithTwoCauses() throws Exception {
    HttpResponse<String> answer = shop.get("/boom");

    Event event = shop.eventOf(answer);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(event.thrown())
        .containsExactly("CheckoutException", "PriceException", "ArithmeticException");
    assertThat(event.at("/exception/values/2/value"))
        .isEqualTo("cart c-1042 cannot be checked out");
    assertThat(event.at("/exception/values/2/mechanism/handled")).isEqualTo("false");
    assertThat(event.at("/level")).isEqualTo("error");
    assertThat(event.at("/transaction")).isEqualTo("GET /boom");
    assertThat(event.at("/contexts/response/status_code")).isEqualTo("500");
  }

  @Test
  void boomTellsTheShopsFramesFromThoseOfLibraries() throws Exception {
    Event event = shop.eventOf(shop.get("/boom"));

    assertThat(event.ownFrames(0))
        .containsExactly(
            "Checkout.total",
            "BoomServlet.doGet",
            "ShopperFilter.doFilter",
            "PageRulesFilter.doFilter");
    assertThat(event.ownFrames(1)).containsExactly("PriceList.centsForEach", "Checkout.total");
    assertThat(event.ownFrames(2)).startsWith("Pack.centsForEach");
    assertThat(event.at("/exception/values")).contains("\"in_app\":false");
  }

  @Test
  void boomCarriesShopperAndBreadcrumbs() throws Exception {
    Event event = shop.eventOf(shop.get("/boom"));

    assertThat(event.breadcrumbs())
        .containsExactly("cart opened, 2 packs in it", "price list loaded");
    assertThat(event.at("/user/id")).isEqualTo("shopper-17");
    assertThat(event.at("/user/data/tenant")).isEqualTo("north");
    assertThat(event.at("/tags/tenant")).isEqualTo("north");
    assertThat(event.at("/tags/cart")).isEqualTo("c-1042");
    assertThat(event.at("/environment")).isEqualTo("development");
  }

  @Test
  void boomTakesTheRequestIdThatCame() throws Exception {
    HttpResponse<String> answer = shop.get("/boom", "X-Request-ID", "order-7.1");

    assertThat(requestId(answer)).isEqualTo("order-7.1");
    assertThat(shop.eventOf(answer).at("/contexts/whence/request_id")).isEqualTo("order-7.1");
  }

  @Test
  void boomAnswersWithTheEventsId() throws Exception {
    HttpResponse<String> answer = shop.get("/boom");

    assertThat(answer.headers().firstValue("X-Event-ID").orElse("")).matches("[0-9a-f]{32}");
  }

  @Test
  void deepReportsAStackOverflowInBounds() throws Exception {
    HttpResponse<String> answer = shop.get("/deep");

    Event event = shop.eventOf(answer);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(event.thrown()).containsExactly("StackOverflowError");
    assertThat(event.ownFrames(0)).hasSizeBetween(30, 60).contains("Category.path");
    assertThat(event.at("/exception/values/0/mechanism/data/cut_by_jvm")).isEqualTo("true");
    assertThat(event.at("/transaction")).isEqualTo("GET /deep");
  }

  @Test
  void errorReportsAnAssertion() throws Exception {
    HttpResponse<String> answer = shop.get("/error");

    Event event = shop.eventOf(answer);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(event.thrown()).containsExactly("AssertionError");
    assertThat(event.at("/exception/values/0/value")).isEqualTo("stock of \"Mugs\" fell to -1");
    assertThat(event.ownFrames(0)).startsWith("Stock.take", "ErrorServlet.doGet");
  }

  @Test
  void sendErrorReportsItsStatus() throws Exception {
    HttpResponse<String> answer = shop.get("/send-error");

    Event event = shop.eventOf(answer);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(event.at("/logentry/formatted")).isEqualTo("answered 500 to GET /send-error");
    assertThat(event.thrown()).isEmpty();
  }

  @Test
  void unavailableReportsItsStatus() throws Exception {
    HttpResponse<String> answer = shop.get("/unavailable");

    Event event = shop.eventOf(answer);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("stocktaking");
    assertThat(event.at("/logentry/formatted")).isEqualTo("answered 503 to GET /unavailable");
    assertThat(event.at("/contexts/response/status_code")).isEqualTo("503");
  }

  @Test
  void asyncFailureReportsOneEventWithTheBreadcrumbsOfBothThreads() throws Exception {
    HttpResponse<String> answer = shop.get("/async-failure");

    Event event = shop.eventOf(answer);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(event.thrown()).containsExactly("ServletException", "IllegalStateException");
    assertThat(event.breadcrumbs())
        .containsExactly("cart opened, 2 packs in it", "label requested");
    assertThat(event.ownFrames(1)).startsWith("Parcels.printLabel");
    assertThat(event.at("/transaction")).isEqualTo("GET /async-failure");
  }

  @Test
  void asyncTimeoutReportsThatNobodyAnswered() throws Exception {
    HttpResponse<String> answer = shop.get("/async-timeout");

    Event event = shop.eventOf(answer);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(event.at("/logentry/formatted")).isEqualTo("answered 500 to GET /async-timeout");
    assertThat(event.at("/tags/async")).isEqualTo("timeout");
  }

  @Test
  void loginReportsAWarning() throws Exception {
    HttpResponse<String> answer = shop.post("/login", "user=ada&password=hunter2");

    Event event = shop.eventOf(answer);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(event.at("/logentry/formatted")).isEqualTo("login failed");
    assertThat(event.at("/level")).isEqualTo("warning");
    assertThat(event.breadcrumbs()).containsExactly("login form read", "login failed");
    assertThat(event.at("/user")).isEmpty();
    assertThat(event.at("/transaction")).isEqualTo("POST /login");
  }

  @Test
  void checkoutMasksWhatItsMessageHolds() throws Exception {
    HttpResponse<String> answer =
        shop.get("/checkout?email=ada%40example.com&card=4111111111111111");

    Event event = shop.eventOf(answer);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(event.thrown()).containsExactly("CheckoutException");
    assertThat(event.at("/exception/values/0/value"))
        .isEqualTo("card [CARD] of [EMAIL] was declined for cart c-1042");
    assertThat(event.json().at("/contexts/whence/masked")).isNotEmpty();
  }

  @Test
  void ordersReportABodyWithoutItsSecrets() throws Exception {
    String order = "{\"pieces\":12,\"customer\":{\"email\":\"ada@example.com\","
        + "\"password\":\"hunter2\"},\"payment\":{\"card\":\"4111 1111 1111 1111\"}}";

    HttpResponse<String> answer = shop.postJson("/orders", order);

    Event event = shop.eventOf(answer);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(event.at("/request/data"))
        .contains("\"pieces\":12", "\"password\":\"[Filtered]\"")
        .doesNotContain("hunter2", "4111", "ada@");
    assertThat(event.breadcrumbs())
        .containsExactly("cart opened, 2 packs in it", "order read", "looking for a box");
  }

  @Test
  void aSmallOrderIsPacked() throws Exception {
    assertThat(shop.postJson("/orders", "{\"pieces\":2}").body().strip()).isEqualTo("packed");
  }

  @Test
  void missingAndSlowAreWarnings() throws Exception {
    HttpResponse<String> missing = shop.get("/missing");
    HttpResponse<String> slow = shop.get("/slow");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(slow.statusCode()).isEqualTo(200);
    Event none = shop.eventOf(missing);
    Event late = shop.eventOf(slow);
    assertThat(none.at("/logentry/formatted")).isEqualTo("answered 404 to GET /*");
    assertThat(late.at("/logentry/formatted")).isEqualTo("GET /slow took longer than 1000 ms");
    assertThat(List.of(none, late)).allMatch(event -> event.at("/level").equals("warning"));
  }

  @Test
  void whatGoesWellLeavesNoEvent() throws Exception {
    List<Integer> answers = List.of(
        shop.get("/health").statusCode(),
        shop.get("/").statusCode(),
        shop.get("/shop.css").statusCode(),
        shop.get("/about").statusCode(),
        shop.get("/events").statusCode(),
        shop.get("/events/0123").statusCode());

    shop.eventOf(shop.get("/error"));
    assertThat(answers).containsExactly(200, 200, 200, 200, 200, 404);
    assertThat(shop.listed())
        .extracting(event -> event.path("route").asText())
        .doesNotContain("GET /", "GET /health", "GET /events/*");
  }

  @Test
  void healthIsLeftAlone() throws Exception {
    HttpResponse<String> answer = shop.get("/health");

    assertThat(answer.body().strip()).isEqualTo("ok");
    assertThat(answer.headers().firstValue("X-Request-ID")).isEmpty();
  }

  @Test
  void listsTheLatestEventFirst() throws Exception {
    HttpResponse<String> answer = shop.get("/error");
    Event event = shop.eventOf(answer);

    assertThat(shop.listed()).hasSizeLessThanOrEqualTo(20).first().satisfies(line -> {
      assertThat(line.path("id").asText()).isEqualTo(event.at("/event_id"));
      assertThat(line.path("title").asText())
          .isEqualTo("AssertionError: stock of \"Mugs\" fell to -1");
      assertThat(line.path("route").asText()).isEqualTo("GET /error");
      assertThat(line.path("level").asText()).isEqualTo("error");
      assertThat(line.path("request_id").asText()).isEqualTo(requestId(answer));
      assertThat(line.path("time").asText()).contains("T").endsWith("Z");
    });
  }
}
