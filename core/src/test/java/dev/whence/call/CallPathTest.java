package dev.whence.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallPathTest {
  @ParameterizedTest
  @CsvSource({
    "/users/17, /users/{id}",
    "/users/17/orders/4711, /users/{id}/orders/{id}",
    "/users/, /users/",
    "/v2/users, /v2/users",
    "/3f2504e0-4f89-11d3-9a0c-0305e82c3301, /{id}",
    "/3F2504E04F8911D39A0C0305E82C3301, /{id}",
    "/blobs/deadbeef01, /blobs/{id}",
    "/facade, /facade",
    "/feedbacc, /feedbacc",
    "/a-name-of-more-than-24-characters, /{id}",
    "/a-name-of-more-than-twenty-four-characters, /a-name-of-more-than-twenty-four-characters",
    "/cart;jsessionid=node0abc, /cart",
    "/17;v=1, /{id}",
  })
  void looksLikeARoute(String path, String route) {
    assertThat(CallPath.of(path)).isEqualTo(route);
  }

  @Test
  void isBounded() {
    assertThat(CallPath.of("/a".repeat(1_000))).hasSize(200);
  }

  @Test
  void ofNothingIsTheRoot() {
    assertThat(CallPath.of(null)).isEqualTo("/");
    assertThat(CallPath.of("")).isEqualTo("/");
  }
}
