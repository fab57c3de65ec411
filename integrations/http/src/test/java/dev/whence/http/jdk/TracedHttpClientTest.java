package dev.whence.http.jdk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Transaction;
import dev.whence.junit.WhenceExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TracedHttpClientTest {
  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create().failOnFaults();

  @Test
  void isWhatTheClientInsideIs() throws InterruptedException {
    HttpClient real = HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(7))
        .followRedirects(HttpClient.Redirect.NEVER)
        .version(HttpClient.Version.HTTP_1_1)
        .build();
    TracedHttpClient traced = TracedHttpClient.around(real);

    assertThat(traced.connectTimeout()).isEqualTo(real.connectTimeout());
    assertThat(traced.followRedirects()).isEqualTo(real.followRedirects());
    assertThat(traced.version()).isEqualTo(real.version());
    assertThat(traced.sslContext()).isSameAs(real.sslContext());
    assertThat(traced.cookieHandler()).isEmpty();
    assertThat(traced.proxy()).isEmpty();
    assertThat(traced.authenticator()).isEmpty();
    assertThat(traced.executor()).isEmpty();
    assertThat(traced.sslParameters().getProtocols())
        .isEqualTo(real.sslParameters().getProtocols());
    assertThat(traced.newWebSocketBuilder()).isNotNull();
    assertThat(TracedHttpClient.around(traced)).isSameAs(traced);
    traced.shutdown();
    assertThat(traced.awaitTermination(Duration.ofSeconds(30))).isTrue();
    traced.shutdownNow();
    traced.close();
    assertThat(traced.isTerminated()).isEqualTo(Runtime.version().feature() >= 21);
  }

  private void capture() {
    assertThat(whence.whence().capture(new IllegalStateException("after the call")))
        .isPresent();
  }

  @Test
  void aCallHasEndedBeforeTheApplicationGoesOn() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      HttpRequest request = HttpRequest.newBuilder(
              URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"))
          .build();
      try (Transaction job = whence.whence().transaction("task", "calls")) {
        Runnable next = whence.whence().wrap((Runnable) this::capture);
        CompletableFuture<Void> gone = TracedHttpClient.around(HttpClient.newHttpClient())
            .sendAsync(request, HttpResponse.BodyHandlers.ofString())
            .thenAccept(answer -> next.run());
        try (Socket accepted = server.accept()) {
          accepted.getOutputStream().write("HTTP/1.1 204 \r\n\r\n".getBytes(US_ASCII));
          gone.join();
        }
      }
    }

    assertThat(whence.events().get(0).at("/breadcrumbs/values/0/message")).endsWith(" 204");
  }

  @Test
  void aCallThatIsCancelledEnds() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      HttpRequest request = HttpRequest.newBuilder(
              URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"))
          .build();
      try (Transaction job = whence.whence().transaction("task", "calls")) {
        CompletableFuture<HttpResponse<String>> answer = TracedHttpClient.around(
                HttpClient.newHttpClient())
            .sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try (Socket accepted = silent.accept()) {
          assertThat(accepted.isConnected()).isTrue();
          assertThat(answer.cancel(true)).isTrue();
        }
      }

      assertThat(whence.transactions().get(0).at("/spans/0/data/error.type"))
          .isEqualTo("java.util.concurrent.CancellationException");
    }
  }
}
