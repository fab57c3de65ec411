package dev.whence.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.Scrubber;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private final Messages messages = new Messages(new Names(), Scrubber.standard()::scrubText);

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
      no order                                            | no order
      no order 17                                         | no order #
      no order 17, customer 4711                          | no order #, customer #
      Order #5 is gone                                    | Order # is gone
      -3 is negative                                      | # is negative
      took 3.5s of 1,000 ms                               | took # of # ms
      id 550e8400-e29b-41d4-a716-446655440000 is unknown  | id # is unknown
      mail to ada@example.org failed                      | mail to # failed
      GET http://example.org/a?b=c&d=(1 failed            | GET #(# failed
      GET https://example.org/orders/7?page=2 failed      | GET # failed
      at /orders/17/items                                 | at /orders/#/items
      com.example.Order@1f2e3d is stale                   | com.example.Order@# is stale
      Order@1f2e3d is stale                               | Order@# is stale
      since 2026-11-23T10:15:30.123Z                      | since #
      since 2026-11-23 10:15:30                           | since #
      from 192.0.2.7 port 8080                            | from # port #
      from 2001:db8::1 refused                            | from # refused
      host db1.example.org:5432 is down                   | host # is down
      at 0xCAFEBABE                                       | at #
      digest 0f3a9bc4d5e6 differs                         | digest # differs
      no 'Ada Lovelace' here                              | no # here
      no "Ada Lovelace" here                              | no # here
      no `orders` here                                    | no # here
      no “orders” here                                    | no # here
      can't do what isn't done                            | can't do what isn't done
      keys [a, b, c] are unknown                          | keys # are unknown
      keys [a, [b, c], d] are unknown                     | keys # are unknown
      keys [] are unknown                                 | keys # are unknown
      body {"a": {"b": 1}} is bad                         | body # is bad
      1, 2, 3                                             | #
      ids 1, 2, 3, 4, 5 are unknown                       | ids # are unknown
      ids 1 are unknown                                   | ids # are unknown
      key=value, other=thing                              | key=#, other=#
      key = value                                         | key = #
      Index 5 out of bounds for length 3                  | Index # out of bounds for length #
      For input string: "17x"                             | For input string: #
      HTTP 404 for order 404                              | HTTP 404 for order #
      HTTP/1.1 503 Service Unavailable                    | HTTP/# 503 Service Unavailable
      status=429, retry in 30                             | status=429, retry in #
      status code: 500                                    | status code: 500
      status 999                                          | status #
      answered 503 to GET /orders/{id}                    | answered 503 to GET /orders/#
      no class java.util.Base64 here                      | no class java.util.Base64 here
      bean com.example.Orders$$SpringCGLIB$$0 is missing  | bean com.example.Orders is missing
      [unclosed text 5                                    | [unclosed text #
      "unclosed text 5                                    | "unclosed text #
      straße 5 größe                                      | straße # größe
      ٣ items                                             | # items
      ORD-2026-00017 is late                              | # is late
      (expected 3 but was 4)                              | (expected # but was #)
      x < 3                                               | x < #
      ...                                                 | ...
      """)
  void valuesAreLeftOut(String message, String template) {
    assertThat(messages.template(message)).isEqualTo(template);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
      NullPointerException | Cannot invoke "String.length()" because "<local4>" is null | \
      Cannot invoke "String.length()" because "<local#>" is null
      NullPointerException | Cannot invoke "A.b()" because "this.list[3].name" is null | \
      Cannot invoke "A.b()" because "this.list[#].name" is null
      NullPointerException | Cannot read field "total2" because "order" is null | \
      Cannot read field "total2" because "order" is null
      NullPointerException | Cannot find "Ada" | Cannot find #
      IllegalStateException | Cannot invoke "Ada" | Cannot invoke #
      ClassCastException | class a.B$$Lambda$3/0x1 cannot be cast to class a.C (a.B and a.C are \
      in unnamed module of loader shop.Loader @1f2e3d) | class a.B cannot be cast to class a.C
      ClassCastException | class jdk.proxy2.$Proxy7 cannot be cast to class a.C2 | \
      class $Proxy# cannot be cast to class a.C2
      """)
  void whatTheJvmSaysOfCodeStays(String type, String message, String template) {
    assertThat(messages.template("java.lang." + type, message)).isEqualTo(template);
  }

  @Test
  void onlyTheFirstLineIsRead() {
    assertThat(messages.template("\n\n  no order 5  \nat line 3")).isEqualTo("no order #");
    assertThat(messages.template("no order 5\r\nat line 3")).isEqualTo("no order #");
    assertThat(messages.template("")).isEmpty();
    assertThat(messages.template(" \n ")).isEmpty();
  }

  @Test
  void aLongMessageIsCutBetweenWords() {
    String word = "x".repeat(60) + ' ';

    assertThat(messages.template(word.repeat(1_000))).hasSizeBetween(400, 512);
    assertThat(messages.template("y".repeat(1_000_000))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login failed, password=hunterFAKE",
        "login failed, password: hunterFAKE",
        "login failed, secret2=hunterFAKE",
        "login failed, password1: hunterFAKE",
        "call with Authorization: Bearer hunterFAKEhunterFAKEhunter failed",
        "mail hunterFAKE@example.org",
        "at https://ada:hunterFAKE@example.org/",
        "key AKIAHUNTERFAKEHUNTER is bad"
      })
  void secretsDoNotPass(String message) {
    assertThat(messages.template(message)).doesNotContainIgnoringCase("hunter");
    assertThat(messages.template("java.lang.NullPointerException", message))
        .doesNotContainIgnoringCase("hunter");
  }

  @Test
  void aSecretAtTheCutDoesNotPass() {
    for (int length = 1_980; length < 2_060; length++) {
      String message = "a ".repeat(length / 2) + "password=hunterFAKE and more " + "b ".repeat(99);
      assertThat(messages.template(message)).doesNotContain("hunter");
    }
  }

  @Test
  void anyIdIsTheSame() {
    for (int i = 0; i < 1_000; i++) {
      UUID id = new UUID(i * 0x9E3779B97F4A7C15L, ~i * 0xC2B2AE3D27D4EB4FL);
      assertThat(messages.template("no order " + id + " here")).isEqualTo("no order # here");
      assertThat(messages.template("no order " + id.getLeastSignificantBits() + " here"))
          .isEqualTo("no order # here");
    }
  }
}
