package dev.whence.matrix.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Many clients that send numbered requests, each number once. */
public final class Crowd {
  private final int clients;
  private final AtomicInteger next = new AtomicInteger();

  public Crowd(int clients) {
    this.clients = clients;
  }

  /** Sends the request of a number and checks its answer. Called on many threads. */
  public interface Client {
    void request(int number) throws IOException;
  }

  /** Sends this many requests, and returns when all are answered. */
  public void send(int requests, Client client) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(threads.submit(() -> sendSome(requests, client)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Void sendSome(int requests, Client client) throws IOException {
    for (int number = next.getAndIncrement(); number < requests; number = next.getAndIncrement()) {
      client.request(number);
    }
    return null;
  }
}
