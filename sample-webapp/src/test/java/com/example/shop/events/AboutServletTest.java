package com.example.shop.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AboutServletTest {
  @ParameterizedTest
  @CsvSource({
    "https://key@o4505.ingest.us.sentry.io/17, ….sentry.io",
    "https://key@sentry.example/1, sentry.example",
    "http://key@127.0.0.1:8000/1, 127.0.0.1",
    "http://key@localhost:8000/1, localhost",
    "mailto:somebody, …"
  })
  void showsNoMoreOfTheReceiverThanItsDomain(String dsn, String shown) {
    assertThat(AboutServlet.maskedHost(dsn)).isEqualTo(shown);
  }
}
