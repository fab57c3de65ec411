package shop;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Work for others. Odd IDs wait for it in another way than even ones. */
class Futures {
  // unrelated
  private final int id;

  Futures(int id) {
    this.id = id;
  }

  Map<String, Callable<?>> bugs() {
    Map<String, Callable<?>> bugs = new LinkedHashMap<>();
    bugs.put("future: supplied", () -> await(CompletableFuture.supplyAsync(this::price)));
    bugs.put("future: applied", () -> await(CompletableFuture.supplyAsync(() -> id).thenApply(this::discount)));
    bugs.put("future: one of all", () -> await(CompletableFuture.allOf(
        CompletableFuture.supplyAsync(() -> id), CompletableFuture.runAsync(this::tax))));
    bugs.put("future: handled", () -> await(CompletableFuture.supplyAsync(this::price).handle(this::rescue)));
    bugs.put("future: executor", this::submitted);
    bugs.put("future: parallel stream", this::parallel);
    bugs.put("future: timed out", this::late);
    bugs.put("future: refused", this::refused);
    return bugs;
  }

  private <T> T await(CompletableFuture<T> future) throws Exception {
    return id % 2 == 0 ? future.get() : future.join();
  }

  private int price() {
    throw new IllegalStateException("no price for " + id);
  }

  private int discount(int of) {
    throw new IllegalStateException("no discount for " + id);
  }

  private void tax() {
    throw new IllegalStateException("no tax for " + id);
  }

  private int rescue(Object value, Throwable failure) {
    throw new IllegalStateException("no rescue for " + id, failure);
  }

  private Object submitted() throws Exception {
    ExecutorService executor =
        id % 2 == 0 ? Executors.newSingleThreadExecutor() : Executors.newWorkStealingPool();
    try {
      Future<Integer> stock = executor.submit(this::stock);
      return stock.get();
    } finally {
      executor.shutdown();
    }
  }

  private int stock() {
    throw new IllegalArgumentException("no stock of " + id);
  }

  private Object parallel() {
    return IntStream.range(0, 10_000).parallel().map(this::weight).sum();
  }

  private int weight(int item) {
    if (item % 10 == id % 10) {
      throw new IllegalStateException("no weight for " + item);
    }
    return item;
  }

  private Object late() throws Exception {
    return await(new CompletableFuture<Object>().orTimeout(1, TimeUnit.MILLISECONDS));
  }

  private Object refused() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/" + id)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
