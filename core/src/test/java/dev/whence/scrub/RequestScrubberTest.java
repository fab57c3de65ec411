package dev.whence.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import dev.whence.event.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestScrubberTest {
  private final Scrubber scrubber = Scrubber.standard();

  static Stream<Arguments> queries() {
    return Tables.rows("""
        page=7&order=name,desc&topic=phone-cases → page=7&order=name,desc&topic=phone-cases
        start=10&accessToken=2Hnh&end=20 → start=10&accessToken=[Filtered]&end=20
        a=1&&b=&c&=d& → a=1&&b=&c&=d&
        who=leila%40example.net&mode=brief → who=[EMAIL]&mode=brief
        who=leila%2540example.net&mode=brief → who=[EMAIL]&mode=brief
        who=Hi+leila@example.net&mode=brief → who=[EMAIL]&mode=brief
        leila@example.net → [EMAIL]
        leila%40example.net=1 → [EMAIL]=1
        pass%77ord=x&b=1 → pass%77ord=[Filtered]&b=1
        pass%2577ord=x&b=1 → pass%2577ord=[Filtered]&b=1
        cfg=%7B%22apiKey%22%3A%20%22f5zR%22%7D&r=1 → cfg=[Filtered]&r=1
        card=4111+1111+1111+1111&r=1 → card=[CARD]&r=1
        dial=%2B44%207700%20900429 → dial=[PHONE]
        dial=+447700900429 → dial=[PHONE]
        token=[Filtered]&who=[EMAIL] → token=[Filtered]&who=[EMAIL]
        max_tokens=4096&token=4096 → max_tokens=4096&token=[Filtered]
        sha=c9251f8f67bf8440ae7e392ce37577e72ff3fe8c → sha=c9251f8f67bf8440ae7e392ce37577e72ff3fe8c
        x=%zz%&y=%E0%A4%A → x=%zz%&y=%E0%A4%A
        """);
  }

  static Stream<Arguments> cookies() {
    return Tables.rows("""
        shop_session=cSSy; _xsrf=xv3Q → shop_session=[Filtered]; _xsrf=[Filtered]
        theme=dark;lang=is → theme=[Filtered];lang=[Filtered]
        a="x; y=z → a=[Filtered]; y=[Filtered]
        a=; b → a=; [Filtered]
        a=b=c → a=[Filtered]
        """);
  }

  static Stream<Arguments> urls() {
    return Tables.rows("""
        https://api.example/v3/people/diego%40example.com → https://api.example/v3/people/[EMAIL]
        https://svc2:P8Z9@repo.example/m2 → https://[Filtered]@repo.example/m2
        /verify?resetToken=SBP8&lang=is → /verify?resetToken=[Filtered]&lang=is
        https://sample.example/help/reset-password?src=footer → https://sample.example/help/reset-password?src=footer
        https://auth.example:8443/token/3 → https://auth.example:8443/token/3
        /cards/4111111111111111/use → /cards/[CARD]/use
        """);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void masksAQueryPairByPair(String query, String masked) {
    assertThat(
            scrubbed(new Request("GET", "/", query, Map.of(), null, null, null)).query())
        .isEqualTo(masked);
  }

  @ParameterizedTest
  @MethodSource("cookies")
  void masksEveryCookieAndKeepsItsName(String cookies, String masked) {
    assertThat(scrubbed(new Request("GET", "/", null, Map.of(), cookies, null, null))
            .cookies())
        .isEqualTo(masked);
  }

  @ParameterizedTest
  @MethodSource("urls")
  void masksPathAndAuthority(String url, String masked) {
    assertThat(
            scrubbed(new Request("GET", url, null, Map.of(), null, null, null)).url())
        .isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "proxy-authorization",
        "Cookie",
        "SET-COOKIE",
        "X-Api-Key",
        "X-Forwarded-For",
        "forwarded",
        "X-Real-IP",
        "X-Auth-Token",
        "X-CSRF-Token"
      })
  void masksSensitiveHeaders(String name) {
    assertThat(header(name, "v-1")).isEqualTo("[Filtered]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"User-Agent", "content-type", "traceparent", "Sentry-Trace", "X-B3-TraceId"})
  void neverScansHeadersThatAreNeverPersonal(String name) {
    assertThat(header(name, "bot +a@b.org")).isEqualTo("bot +a@b.org");
  }

  @Test
  void scansOtherHeadersAsText() {
    assertThat(header("Referer", "https://x.example/?token=a1&b=2"))
        .isEqualTo("https://x.example/?token=[Filtered]&b=2");
    assertThat(header("If-Match", "\"977212ad441f050a\"")).isEqualTo("\"977212ad441f050a\"");
    assertThat(header("X-Forwarded-Host", "shop.example")).isEqualTo("shop.example");
  }

  @Test
  void masksANeverScannedHeaderThatTheApplicationHides() {
    Scrubber own =
        Scrubber.builder().hideKey("User-Agent").keepKey("X-Forwarded-For").build();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("user-agent", "curl/8");
    headers.put("x-forwarded-for", "192.0.2.7");

    assertThat(scrubbed(own, new Request("GET", "/", null, headers, null, null, null))
            .headers())
        .containsExactly(
            Map.entry("user-agent", "[Filtered]"), Map.entry("x-forwarded-for", "192.0.2.7"));
  }

  @Test
  void cutsTheClientsAddressToItsNetwork() {
    Request request = new Request("GET", "/", null, Map.of(), null, null, "192.0.2.7");

    assertThat(scrubbed(request).remoteAddress()).isEqualTo("192.0.2.0");
    assertThat(
            scrubbed(Scrubber.builder().sendDefaultPii(true).build(), request).remoteAddress())
        .isEqualTo("192.0.2.7");
  }

  private @Nullable String header(String name, String value) {
    Request request = new Request("GET", "/", null, Map.of(name, value), null, null, null);
    return scrubbed(request).headers().get(name);
  }

  private Request scrubbed(Request request) {
    return scrubbed(scrubber, request);
  }

  private static Request scrubbed(Scrubber scrubber, Request request) {
    ErrorEvent event =
        ErrorEvent.builder(EventId.of(1, 2), Instant.EPOCH).request(request).build();
    return scrubber.scrub(event).request().orElseThrow();
  }
}
