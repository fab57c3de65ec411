package dev.whence.http;

import dev.whence.http.apache.TracedHttp5;
import dev.whence.http.jdk.TracedHttpClient;
import dev.whence.http.okhttp.TracedOkHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/** The clients, each asked the same way. */
enum Client {
  JDK {
    @Override
    int get(URI uri, boolean isTraced) throws Exception {
      return jdk(isTraced)
          .send(jdkRequest(uri), HttpResponse.BodyHandlers.ofString())
          .statusCode();
    }
  },
  JDK_ASYNC {
    @Override
    int get(URI uri, boolean isTraced) throws Exception {
      return jdk(isTraced)
          .sendAsync(jdkRequest(uri), HttpResponse.BodyHandlers.ofString())
          .get()
          .statusCode();
    }
  },
  APACHE {
    @Override
    int get(URI uri, boolean isTraced) throws Exception {
      HttpClientBuilder builder = HttpClientBuilder.create().disableAutomaticRetries();
      HttpGet request = new HttpGet(uri);
      request.setHeader(OWN, OWN);
      try (CloseableHttpClient client = (isTraced ? TracedHttp5.on(builder) : builder).build()) {
        return client.execute(request, answer -> {
          byte[] unused = answer.getEntity().getContent().readAllBytes();
          return answer.getCode();
        });
      }
    }
  },
  APACHE_ASYNC {
    @Override
    int get(URI uri, boolean isTraced) throws Exception {
      HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create().disableAutomaticRetries();
      SimpleHttpRequest request =
          SimpleRequestBuilder.get(uri).addHeader(OWN, OWN).build();
      try (CloseableHttpAsyncClient client =
          (isTraced ? TracedHttp5.on(builder) : builder).build()) {
        client.start();
        return client.execute(request, null).get().getCode();
      }
    }
  },
  OKHTTP {
    @Override
    int get(URI uri, boolean isTraced) throws Exception {
      try (Response answer = okHttp(isTraced).newCall(okRequest(uri)).execute()) {
        byte[] unused = answer.body().bytes();
        return answer.code();
      }
    }
  },
  OKHTTP_ASYNC {
    @Override
    int get(URI uri, boolean isTraced) throws Exception {
      CompletableFuture<Integer> status = new CompletableFuture<>();
      okHttp(isTraced).newCall(okRequest(uri)).enqueue(new Callback() {
        @Override
        public void onFailure(Call call, IOException failure) {
          status.completeExceptionally(failure);
        }

        @Override
        public void onResponse(Call call, Response response) throws IOException {
          try (response) {
            byte[] unused = response.body().bytes();
            status.complete(response.code());
          } catch (IOException e) {
            status.completeExceptionally(e);
          }
        }
      });
      return status.get();
    }
  };

  /** A header that an application sets itself. */
  static final String OWN = "X-Request-ID";

  /** Asks {@code uri} and returns the status; the application's own request ID is in a header. */
  abstract int get(URI uri, boolean isTraced) throws Exception;

  /** Returns the status, or the class of what was thrown and of its root. */
  String outcome(URI uri, boolean isTraced) {
    try {
      return String.valueOf(get(uri, isTraced));
    } catch (ExecutionException e) {
      return "async " + String.valueOf(e.getCause()).replaceFirst(":.*", "");
    } catch (Exception e) {
      return e.getClass().getName();
    }
  }

  private static HttpClient jdk(boolean isTraced) {
    HttpClient client = HttpClient.newHttpClient();
    return isTraced ? TracedHttpClient.around(client) : client;
  }

  private static HttpRequest jdkRequest(URI uri) {
    return HttpRequest.newBuilder(uri).header(OWN, OWN).build();
  }

  private static Call.Factory okHttp(boolean isTraced) {
    OkHttpClient client =
        new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    return isTraced ? TracedOkHttp.around(client) : client;
  }

  private static Request okRequest(URI uri) {
    return new Request.Builder().url(uri.toString()).header(OWN, OWN).build();
  }
}
