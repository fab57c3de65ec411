package dev.whence.http.apache;

import dev.whence.call.HttpCall;
import dev.whence.http.HttpClients;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.jspecify.annotations.Nullable;

/**
 * Apache HttpClient 5, with calls that belong to the request that makes them: they carry its ID and
 * its trace to the hosts of {@code propagate-to}, and each is a span and a breadcrumb.
 *
 * <pre>{@code
 * CloseableHttpClient client = TracedHttp5.on(HttpClients.custom()).build();
 * }</pre>
 *
 * <p>A call ends when the headers of its answer are there; retries and redirects are part of it.
 */
public final class TracedHttp5 {
  private static final String NAME = "whence";

  private TracedHttp5() {}

  public static HttpClientBuilder on(HttpClientBuilder builder) {
    return builder.addExecInterceptorFirst(NAME, TracedHttp5::execute);
  }

  public static HttpAsyncClientBuilder on(HttpAsyncClientBuilder builder) {
    return builder.addExecInterceptorFirst(NAME, TracedHttp5::executeAsync);
  }

  private static ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    URI uri = uriOf(request);
    if (uri == null) {
      return chain.proceed(request, scope);
    }
    HttpCall call = HttpCall.begin(HttpClients.KIND, request.getMethod(), uri);
    try {
      carry(call, request);
      ClassicHttpResponse answer = chain.proceed(request, scope);
      call.answered(answer.getCode());
      return answer;
    } catch (Throwable e) {
      call.failed(e);
      throw e;
    }
  }

  private static void executeAsync(
      HttpRequest request,
      AsyncEntityProducer body,
      AsyncExecChain.Scope scope,
      AsyncExecChain chain,
      AsyncExecCallback callback)
      throws HttpException, IOException {
    URI uri = uriOf(request);
    if (uri == null) {
      chain.proceed(request, body, scope, callback);
      return;
    }
    HttpCall call = HttpCall.beginDetached(HttpClients.KIND, request.getMethod(), uri);
    try {
      carry(call, request);
      chain.proceed(request, body, scope, call.isOn() ? new Watched(call, callback) : callback);
    } catch (Throwable e) {
      call.failed(e);
      throw e;
    }
  }

  private static @Nullable URI uriOf(HttpRequest request) {
    try {
      return request.getUri();
    } catch (URISyntaxException none) {
      return null;
    }
  }

  private static void carry(HttpCall call, HttpRequest request) {
    call.headers().forEach((name, value) -> {
      if (!request.containsHeader(name)) {
        request.setHeader(name, value);
      }
    });
  }
}
