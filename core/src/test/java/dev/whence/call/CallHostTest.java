package dev.whence.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallHostTest {
  @ParameterizedTest
  @CsvSource({
    "http://api.example.com/x, api.example.com, api.example.com",
    "http://api.example.com:8080/x, api.example.com, api.example.com:8080",
    "http://user:planted@api.example.com/x, api.example.com, api.example.com",
    "http://my_service:8080/x, my_service, my_service:8080",
    "http://my_service/x, my_service, my_service",
    "http://user:planted@my_service/x, my_service, my_service",
    "http://[::1]:8080/x, [::1], [::1]:8080",
    "/relative, '', ''",
  })
  void isThatOfTheCall(String uri, String host, String withPort) {
    assertThat(CallHost.of(URI.create(uri))).isEqualTo(host);
    assertThat(CallHost.withPort(URI.create(uri))).isEqualTo(withPort);
  }
}
