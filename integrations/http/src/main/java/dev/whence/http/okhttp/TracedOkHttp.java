package dev.whence.http.okhttp;

import dev.whence.RequestScope;
import dev.whence.ScopeEntry;
import dev.whence.Whence;
import dev.whence.call.HttpCall;
import dev.whence.http.HttpClients;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * OkHttp's client, with calls that belong to the request that makes them: they carry its ID and its
 * trace to the hosts of {@code propagate-to}, and each is a span and a breadcrumb.
 *
 * <pre>{@code
 * Call.Factory calls = TracedOkHttp.around(client);
 * }</pre>
 *
 * <p>A call ends when the headers of its answer are there; retries and redirects are part of it.
 * For any thread.
 */
public final class TracedOkHttp {
  private TracedOkHttp() {}

  /**
   * Returns what makes calls as {@code client} does. They belong to the request of the thread that
   * asks for them, whichever thread of the client sends them.
   */
  public static Call.Factory around(OkHttpClient client) {
    OkHttpClient traced =
        client.newBuilder().addInterceptor(TracedOkHttp::intercept).build();
    return request -> traced.newCall(belonging(request));
  }

  private static Request belonging(Request request) {
    return Whence.current()
        .currentScope()
        .map(scope -> request.newBuilder().tag(RequestScope.class, scope).build())
        .orElse(request);
  }

  private static Response intercept(Interceptor.Chain chain) throws IOException {
    RequestScope scope = chain.request().tag(RequestScope.class);
    if (scope == null) {
      return chain.proceed(chain.request());
    }
    try (ScopeEntry entry = scope.enter()) {
      return measured(chain);
    }
  }

  private static Response measured(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    HttpCall call =
        HttpCall.beginDetached(HttpClients.KIND, request.method(), request.url().uri());
    try {
      Response answer = chain.proceed(carrying(call, request));
      call.answered(answer.code());
      return answer;
    } catch (Throwable e) {
      call.failed(e);
      throw e;
    }
  }

  private static Request carrying(HttpCall call, Request request) {
    if (!call.isOn()) {
      return request;
    }
    Request.Builder copy = request.newBuilder();
    call.headers().forEach((name, value) -> {
      if (request.header(name) == null) {
        copy.header(name, value);
      }
    });
    return copy.build();
  }
}
