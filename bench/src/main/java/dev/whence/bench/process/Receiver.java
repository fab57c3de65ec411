package dev.whence.bench.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Whoever the contenders send to: takes all, and counts errors and bytes. Of Sentry's protocol an
 * error is an item of an envelope, of others' a request. Thread-safe.
 */
final class Receiver implements AutoCloseable {
  private static final int THREADS = 4;

  static {
    // Its answers would wait 40 ms for the other side's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final HttpServer server;
  private final AtomicLong errors = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong lastNanos = new AtomicLong();

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  long errors() {
    return errors.get();
  }

  long bytes() {
    return bytes.get();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      long count = 0;
      if (path.endsWith("/envelope/")) {
        count = items(plain(body, exchange.getRequestHeaders().getFirst("Content-Encoding")));
      } else if (path.startsWith("/notify") || path.contains("/item")) {
        count = 1;
      }
      if (count > 0) {
        bytes.addAndGet(body.length);
        errors.addAndGet(count);
        lastNanos.set(System.nanoTime());
      }
      byte[] answer = "{}".getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /** Returns how many errors are in an envelope: a line names each before it comes. */
  private static long items(InputStream body) throws IOException {
    return new String(body.readAllBytes(), ISO_8859_1)
        .lines()
        .filter(line -> line.length() < 300
            && line.contains("\"type\":\"event\"")
            && line.contains("\"length\""))
        .count();
  }

  private static InputStream plain(byte[] body, @Nullable String encoding) throws IOException {
    InputStream bytes = new ByteArrayInputStream(body);
    if ("gzip".equals(encoding)) {
      return new GZIPInputStream(bytes);
    }
    return "deflate".equals(encoding) ? new InflaterInputStream(bytes) : bytes;
  }

  /** Waits until nothing has come for so long, and {@code expected} errors or as many as come. */
  void awaitQuiet(long expected, long quietMillis) throws InterruptedException {
    long since = System.nanoTime();
    while (errors.get() < expected) {
      long last = Math.max(since, lastNanos.get());
      if (System.nanoTime() - last > TimeUnit.MILLISECONDS.toNanos(quietMillis)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
