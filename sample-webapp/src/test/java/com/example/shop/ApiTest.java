package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API answers where nothing is wrong with the shop; none of that is an event. */
class ApiTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static RunningShop shop;

  @BeforeAll
  static void open() throws Exception {
    shop = RunningShop.open();
  }

  @AfterAll
  static void close() throws Exception {
    shop.close();
  }

  private static HttpResponse<String> register(String username) throws Exception {
    return shop.postJson(
        "/api/users/register",
        "{\"username\":\"" + username
            + "\",\"email\":\"grace@navy.example\",\"password\":\"nanoseconds-11.8\"}");
  }

  private static HttpResponse<String> login(String username) throws Exception {
    return shop.postJson(
        "/api/auth/login", "{\"username\":\"" + username + "\",\"password\":\"nanoseconds-11.8\"}");
  }

  private static String bearer(HttpResponse<String> login) throws Exception {
    return "Bearer " + MAPPER.readTree(login.body()).path("token").asText();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void whoRegistersCanLogInSellAndLogOut() throws Exception {
    HttpResponse<String> registered = register("grace");
    String token = bearer(login("grace"));
    String product = "{\"name\":\"Clocks\",\"cents\":900,\"pieces\":3}";

    HttpResponse<String> created = shop.postJson("/api/products", product, "Authorization", token);
    HttpResponse<String> loggedOut = shop.postJson("/api/auth/logout", "", "Authorization", token);
    HttpResponse<String> nobodys = shop.postJson("/api/products", product, "Authorization", token);

    assertThat(registered.statusCode()).isEqualTo(201);
    assertThat(location(registered)).isEqualTo(shop.address() + "api/store/grace");
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.body()).isEqualTo("{\"name\":\"Clocks\",\"centsForEach\":300}");
    assertThat(location(created)).endsWith("/api/store/grace");
    assertThat(loggedOut.statusCode()).isEqualTo(204);
    assertThat(location(nobodys)).endsWith("/api/store/house");
    assertThat(MAPPER.readTree(shop.get("/api/store/grace").body())).hasSize(1);
    assertThat(shop.toldOf(created)).isEmpty();
  }

  @Test
  void aNameIsGivenOnce() throws Exception {
    register("edsger");

    HttpResponse<String> second = register("edsger");

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).isEqualTo("that name is taken");
    assertThat(shop.toldOf(second)).isEmpty();
  }

  @Test
  void aSellerWhomNobodyKnowsIsAnsweredByTheShopsOwnMapper() throws Exception {
    HttpResponse<String> answer = shop.get("/api/store/nobody");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("nobody of that name sells here");
    assertThat(shop.toldOf(answer)).isEmpty();
  }

  @Test
  void aRegistrationThatIsNoGoodIsToldByItsFieldsButNotTheirValues() throws Exception {
    HttpResponse<String> answer = shop.postJson(
        "/api/users/register",
        "{\"username\":\"Grace Hopper\",\"email\":\"navy-no-address\",\"password\":\"cobol\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(MAPPER.readTree(answer.body()).path("errors"))
        .extracting(
            error -> error.path("field").asText() + ' ' + error.path("message").asText())
        .containsExactlyInAnyOrder(
            "username must be 3 to 30 of a-z, 0-9 and -",
            "email must be an e-mail address",
            "password must have 12 to 200 characters");
    assertThat(answer.body()).doesNotContain("Grace Hopper", "navy-no-address", "cobol");
    assertThat(shop.toldOf(answer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"username\":\"grace\",\"pass", // cut off
        "{\"username\":\"grace\",\"password\":\"cobol\",\"pin\":1}", // unknown
        "{\"username\":17,\"password\":{}}",
        "{\"username\":\"grace\"}",
        "[]"
      })
  void whatIsNoLoginIsAnsweredWith400AndNoEvent(String json) throws Exception {
    HttpResponse<String> answer = shop.postJson("/api/auth/login", json);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(shop.toldOf(answer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/api/auth/login, 405", "/api/products, 405", "/api/orders/1042, 200"})
  void whatIsNotOfferedIsNoEvent(String path, int status) throws Exception {
    HttpResponse<String> answer = shop.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(shop.toldOf(answer)).isEmpty();
  }

  @Test
  void anOrderIsReadByItselfAndByItsLines() throws Exception {
    JsonNode order = MAPPER.readTree(shop.get("/api/orders/1042").body());
    HttpResponse<String> line = shop.get("/api/orders/1042/lines/1");
    HttpResponse<String> added =
        shop.postJson("/api/orders/1043/lines", "{\"name\":\"Clocks\",\"cents\":900,\"pieces\":3}");

    assertThat(order.at("/lines/0/name").asText()).isEqualTo("Mugs");
    assertThat(line.statusCode()).isEqualTo(200);
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(location(added)).endsWith("/api/orders/1043/lines/2");
    assertThat(shop.get("/api/receipts/1043").body())
        .isEqualTo("name,cents for each\nMugs,600\nClocks,300\n");
  }

  @Test
  void aParcelIsFoundOnAnotherThread() throws Exception {
    HttpResponse<String> answer = shop.get("/api/parcels/7/whereabouts");

    assertThat(answer.body()).isEqualTo("Leeds");
    assertThat(shop.toldOf(answer)).isEmpty();
  }
}
