package dev.whence.http.jdk;

import dev.whence.call.HttpCall;
import dev.whence.http.HttpClients;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client, with calls that belong to the request that makes them: they carry its ID
 * and its trace to the hosts of {@code propagate-to}, and each is a span and a breadcrumb.
 *
 * <pre>{@code
 * HttpClient client = TracedHttpClient.around(HttpClient.newHttpClient());
 * }</pre>
 *
 * <p>A call ends when its body is there, as {@code send} returns then. Answers and exceptions are
 * those of the client inside, which web sockets come from unseen. For any thread.
 */
public final class TracedHttpClient extends HttpClient {
  private final HttpClient real;

  private TracedHttpClient(HttpClient real) {
    this.real = real;
  }

  public static TracedHttpClient around(HttpClient client) {
    return client instanceof TracedHttpClient traced ? traced : new TracedHttpClient(client);
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    HttpCall call = HttpCall.begin(HttpClients.KIND, request.method(), request.uri());
    try {
      HttpResponse<T> answer = real.send(carrying(call, request), handler);
      call.answered(answer.statusCode());
      return answer;
    } catch (Throwable e) {
      call.failed(e);
      throw e;
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    HttpCall call = detached(request);
    return watched(call, () -> real.sendAsync(carrying(call, request), handler));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request,
      BodyHandler<T> handler,
      @Nullable PushPromiseHandler<T> pushPromiseHandler) {
    HttpCall call = detached(request);
    return watched(
        call, () -> real.sendAsync(carrying(call, request), handler, pushPromiseHandler));
  }

  private static HttpCall detached(HttpRequest request) {
    return HttpCall.beginDetached(HttpClients.KIND, request.method(), request.uri());
  }

  /** What sends a request. */
  private interface Sending<T> {
    CompletableFuture<HttpResponse<T>> send();
  }

  /** Returns a future that is as the client's own, and completed when the call has ended. */
  private static <T> CompletableFuture<HttpResponse<T>> watched(HttpCall call, Sending<T> sending) {
    try {
      CompletableFuture<HttpResponse<T>> answer = sending.send();
      return call.isOn() ? new Watched<>(call, answer) : answer;
    } catch (Throwable e) {
      call.failed(e);
      throw e;
    }
  }

  /**
   * Completed as another is, but after the call has ended: what the application does next would
   * else come first, since the last to ask a future is the first to be told.
   */
  private static final class Watched<T> extends CompletableFuture<HttpResponse<T>> {
    private final HttpCall call;
    private final CompletableFuture<HttpResponse<T>> real;

    Watched(HttpCall call, CompletableFuture<HttpResponse<T>> real) {
      this.call = call;
      this.real = real;
      var unused = real.whenComplete(this::end);
    }

    private void end(@Nullable HttpResponse<T> response, @Nullable Throwable thrown) {
      if (response != null) {
        call.answered(response.statusCode());
        complete(response);
      } else if (thrown != null) {
        Throwable failure = unwrapped(thrown);
        call.failed(failure);
        completeExceptionally(failure instanceof CancellationException ? failure : thrown);
      }
    }

    private static Throwable unwrapped(Throwable failure) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
      return cause == null ? failure : cause;
    }

    /** Cancels the exchange too. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      if (!isDone()) {
        call.failed(new CancellationException());
        var unused = real.cancel(mayInterruptIfRunning);
      }
      return super.cancel(mayInterruptIfRunning);
    }
  }

  private static HttpRequest carrying(HttpCall call, HttpRequest request) {
    if (!call.isOn()) {
      return request;
    }
    HttpRequest.Builder copy = HttpRequest.newBuilder(request, (name, value) -> true);
    call.headers().forEach((name, value) -> {
      if (request.headers().firstValue(name).isEmpty()) {
        copy.setHeader(name, value);
      }
    });
    return copy.build();
  }

  @Override
  public WebSocket.Builder newWebSocketBuilder() {
    return real.newWebSocketBuilder();
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return real.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return real.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return real.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return real.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return real.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return real.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return real.authenticator();
  }

  @Override
  public Version version() {
    return real.version();
  }

  @Override
  public Optional<Executor> executor() {
    return real.executor();
  }

  // Methods of JDK 21; on older ones there is nothing to close.

  public void shutdown() {
    NewerMethods.call("shutdown", real);
  }

  public void shutdownNow() {
    NewerMethods.call("shutdownNow", real);
  }

  public boolean isTerminated() {
    return Boolean.TRUE.equals(NewerMethods.call("isTerminated", real));
  }

  public boolean awaitTermination(Duration longest) throws InterruptedException {
    return NewerMethods.awaitTermination(real, longest);
  }

  public void close() {
    NewerMethods.call("close", real);
  }

  @Override
  public String toString() {
    return "TracedHttpClient around " + real;
  }
}
