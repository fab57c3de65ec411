package com.example.shop;

import static com.example.shop.RunningShop.requestId;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.RunningShop.Event;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each trouble of the API answers, and the event that it leaves. */
class ApiTroubleTest {
  private static final String NO_PIECES = "{\"name\":\"Candles\",\"cents\":900,\"pieces\":0}";

  private static RunningShop shop;

  @BeforeAll
  static void open() throws Exception {
    shop = RunningShop.open();
  }

  @AfterAll
  static void close() throws Exception {
    shop.close();
  }

  /** The annotation on the application has Whence answer, with IDs and a link to the event. */
  private static void assertProblem(HttpResponse<String> answer, Event event) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .isEqualTo("application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.path("status").asInt()).isEqualTo(500);
    assertThat(problem.path("requestId").asText()).isEqualTo(requestId(answer));
    assertThat(problem.path("eventId").asText()).isEqualTo(event.at("/event_id"));
    assertThat(problem.path("link").asText()).isEqualTo("/events/" + event.at("/event_id"));
  }

  private static void assertIsOf(Event event, String resource, String method) {
    assertThat(event.at("/tags/resource.class")).isEqualTo("com.example.shop.api." + resource);
    assertThat(event.at("/tags/resource.method")).isEqualTo(method);
    assertThat(event.at("/tags/part")).isEqualTo("api");
    assertThat(event.at("/environment")).isEqualTo("development");
  }

  @Test
  void aFailedLoginIsAWarningThatDoesNotSayWhose() throws Exception {
    HttpResponse<String> answer = shop.postJson(
        "/api/auth/login", "{\"username\":\"grace-hopper\",\"password\":\"nanoseconds\"}");

    Event event = shop.eventOf(answer);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEmpty();
    assertThat(event.at("/level")).isEqualTo("warning");
    assertThat(event.at("/transaction")).isEqualTo("POST /api/auth/login");
    assertThat(event.thrown()).containsExactly("NotAuthorizedException");
    assertThat(event.breadcrumbs()).containsExactly("login failed");
    assertThat(event.at("/breadcrumbs/values/0/category")).isEqualTo("auth");
    assertThat(event.at("/breadcrumbs/values/0/level")).isEqualTo("warning");
    assertThat(event.json().toString()).doesNotContain("grace-hopper", "nanoseconds");
    assertIsOf(event, "AuthResource", "login");
  }

  @Test
  void aProductWithoutAPriceIsCapturedByHandAndThrownAndOneEvent() throws Exception {
    HttpResponse<String> answer = shop.postJson("/api/products", NO_PIECES);

    Event event = shop.eventOf(answer);
    assertProblem(answer, event);
    assertThat(event.thrown()).containsExactly("PriceException", "ArithmeticException");
    assertThat(event.at("/tags/operation")).isEqualTo("create_product");
    assertThat(event.at("/transaction")).isEqualTo("POST /api/products");
    assertThat(event.breadcrumbs()).containsExactly("product created");
    assertThat(event.at("/breadcrumbs/values/0/category")).isEqualTo("business");
    assertThat(event.at("/contexts/response/status_code")).isEqualTo("500");
    assertIsOf(event, "ProductsResource", "create");
    assertThat(shop.toldOf(answer)).hasSize(1);
  }

  @Test
  void whoeverIsLoggedInIsNamedByTheIdOfTheAccount() throws Exception {
    shop.postJson(
        "/api/users/register",
        "{\"username\":\"ada\",\"email\":\"ada@example.com\",\"password\":\"an engine of brass\"}");
    HttpResponse<String> login = shop.postJson(
        "/api/auth/login", "{\"username\":\"ada\",\"password\":\"an engine of brass\"}");
    String token = new ObjectMapper().readTree(login.body()).path("token").asText();

    Event event =
        shop.eventOf(shop.postJson("/api/products", NO_PIECES, "Authorization", "Bearer " + token));

    assertThat(event.at("/user/id")).isEqualTo("1001");
    assertThat(event.json().toString()).doesNotContain(token, "ada@example", "engine of brass");
  }

  @Test
  void aLineThatIsNotThereIsNamedByTheTemplateOfResourceAndSubResource() throws Exception {
    HttpResponse<String> answer = shop.get("/api/orders/1042/lines/2");

    Event event = shop.eventOf(answer);
    assertProblem(answer, event);
    assertThat(event.at("/transaction")).isEqualTo("GET /api/orders/{id}/lines/{line}");
    assertThat(event.thrown()).containsExactly("IndexOutOfBoundsException");
    assertThat(event.ownFrames(0)).startsWith("Order.line", "OrderResource.line");
    assertThat(event.at("/request/url")).endsWith("/api/orders/1042/lines/2");
    assertIsOf(event, "OrderResource", "line");
  }

  @Test
  void aReceiptThatBreaksOffIsToldOfThoughItsResourceWasDone() throws Exception {
    HttpResponse<String> answer = shop.get("/api/receipts/1042");

    Event event = shop.eventOf(answer);
    assertProblem(answer, event);
    assertThat(event.at("/transaction")).isEqualTo("GET /api/receipts/{id}");
    assertThat(event.thrown()).containsExactly("PriceException", "ArithmeticException");
    assertThat(event.ownFrames(0)).contains("ReceiptWriter.writeTo");
    assertIsOf(event, "ReceiptsResource", "receipt");
  }

  @Test
  void aFailureThatAnotherThreadResumesWithHasTheBreadcrumbsOfThatThread() throws Exception {
    HttpResponse<String> answer = shop.postJson("/api/parcels/7/label", "");

    Event event = shop.eventOf(answer);
    assertProblem(answer, event);
    assertThat(event.at("/transaction")).isEqualTo("POST /api/parcels/{id}/label");
    assertThat(event.thrown()).containsExactly("IllegalStateException");
    assertThat(event.breadcrumbs()).containsExactly("label requested");
    assertIsOf(event, "ParcelsResource", "printLabel");
  }

  @Test
  void aStageThatFailsIsToldByWhatWasThrown() throws Exception {
    HttpResponse<String> answer = shop.get("/api/parcels/8/whereabouts");

    Event event = shop.eventOf(answer);
    assertProblem(answer, event);
    assertThat(event.at("/transaction")).isEqualTo("GET /api/parcels/{id}/whereabouts");
    assertThat(event.thrown()).containsExactly("ArrayIndexOutOfBoundsException");
    assertThat(event.breadcrumbs()).containsExactly("carrier asked");
    assertIsOf(event, "ParcelsResource", "whereabouts");
  }

  @Test
  void whatIsNotThereIsAWarningByTheTemplateThatMatched() throws Exception {
    Event order = shop.eventOf(shop.get("/api/orders/77/lines/1"));
    Event parcel = shop.eventOf(shop.get("/api/parcels/9/whereabouts"));
    Event nothing = shop.eventOf(shop.get("/api/nothing"));

    assertThat(order.at("/transaction")).isEqualTo("GET /api/orders/{id}");
    assertThat(order.thrown()).containsExactly("NotFoundException");
    assertThat(parcel.at("/transaction")).isEqualTo("GET /api/parcels/{id}/whereabouts");
    assertThat(parcel.thrown()).containsExactly("NotFoundException");
    assertThat(nothing.at("/transaction")).isEqualTo("GET /api/*");
    assertThat(List.of(order, parcel, nothing))
        .allMatch(event -> event.at("/level").equals("warning"));
  }
}
