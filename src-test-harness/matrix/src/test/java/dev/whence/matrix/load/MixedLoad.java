package dev.whence.matrix.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whence.matrix.client.Crowd;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.ExecutionException;

/** Sends numbered requests from many threads and checks each answer. */
final class MixedLoad {
  /** What each request leaves. */
  static final int BREADCRUMBS = 6;

  private static final int THREADS = 64;

  private final int port;
  private final int requests;

  MixedLoad(int port, int requests) {
    this.port = port;
    this.requests = requests;
  }

  /** Sends all requests, returns when all are answered. */
  void run() throws InterruptedException, ExecutionException {
    new Crowd(THREADS).send(requests, this::request);
  }

  private void request(int number) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/work?number=n" + number);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestProperty("X-Request-ID", "request-n" + number);
    try (InputStream in = connection.getInputStream()) {
      String answer = new String(in.readAllBytes(), UTF_8);
      String id = connection.getHeaderField("X-Request-ID");
      if (!answer.equals("done-n" + number) || !("request-n" + number).equals(id)) {
        throw new IllegalStateException(number + " was answered " + id + ' ' + answer);
      }
    }
  }
}
