package dev.whence.examples.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whence.matrix.client.Crowd;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.concurrent.ExecutionException;

/** Sends numbered requests of all kinds from many threads and checks each answer. */
final class MixedLoad {
  private static final int THREADS = 32;
  private static final int PATIENCE_MILLIS = 60_000;

  private final int port;
  private final int requests;

  MixedLoad(int port, int requests) {
    this.port = port;
    this.requests = requests;
  }

  /** Sends all requests, returns when all are answered. */
  void run() throws InterruptedException, ExecutionException {
    new Crowd(THREADS).send(requests, number -> request(number, Kind.of(number)));
  }

  private void request(int number, Kind kind) throws IOException {
    URI uri = URI.create(
        "http://127.0.0.1:" + port + "/work/" + kind.path() + '/' + number + "?q=n" + number);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestProperty("X-Request-ID", "request-n" + number);
    connection.setReadTimeout(PATIENCE_MILLIS);
    int status = status(connection, kind + " " + number);
    String answer = body(connection, kind);
    boolean isRight = kind.isFailing()
        ? status == 500 && !answer.contains("failure-n")
        : status == 200 && answer.equals("done-n" + number);
    if (!isRight) {
      throw new IllegalStateException(kind + " " + number + " was answered " + status + answer);
    }
  }

  private static int status(HttpURLConnection connection, String what) throws IOException {
    try {
      return connection.getResponseCode();
    } catch (SocketTimeoutException e) {
      throw new IllegalStateException(what + " was not answered", e);
    }
  }

  private static String body(HttpURLConnection connection, Kind kind) throws IOException {
    try (InputStream in =
        kind.isFailing() ? connection.getErrorStream() : connection.getInputStream()) {
      return in == null ? "" : new String(in.readAllBytes(), UTF_8);
    }
  }
}
