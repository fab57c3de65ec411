package dev.whence.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** All that has arrived. Keeps the latest of each kind and counts all. Safe for many threads. */
final class Inbox {
  private final int retained;

  // guarded by this
  private final Deque<ReceivedEnvelope> envelopes = new ArrayDeque<>();
  private final Deque<ReceivedEvent> events = new ArrayDeque<>();
  private final Deque<ReceivedEvent> transactions = new ArrayDeque<>();
  private final Deque<ReceivedRequest> requests = new ArrayDeque<>();
  private final Deque<String> complaints = new ArrayDeque<>();
  private final Set<String> seenIds = new HashSet<>();
  private long eventCount;
  private long transactionCount;
  private long requestCount;

  Inbox(int retained) {
    this.retained = retained;
  }

  synchronized void add(ReceivedRequest request) {
    keep(requests, request);
    requestCount++;
    notifyAll();
  }

  /** Adds both at once, so that whoever waits for one finds the other too. */
  synchronized void add(ReceivedRequest request, ReceivedEnvelope envelope) {
    add(request);
    keep(envelopes, envelope);
    for (ReceivedEvent event : envelope.events()) {
      keep(events, event);
      seenIds.add(event.eventId());
      eventCount++;
    }
    for (ReceivedEvent transaction : envelope.transactions()) {
      keep(transactions, transaction);
      transactionCount++;
    }
  }

  synchronized void add(ReceivedRequest request, List<String> found) {
    add(request);
    complain(found);
  }

  synchronized void complain(List<String> found) {
    found.forEach(complaint -> keep(complaints, complaint));
  }

  synchronized void reset() {
    List.of(envelopes, events, transactions, requests, complaints).forEach(Deque::clear);
    seenIds.clear();
    eventCount = 0;
    transactionCount = 0;
    requestCount = 0;
  }

  synchronized List<ReceivedEnvelope> envelopes() {
    return List.copyOf(envelopes);
  }

  synchronized List<ReceivedEvent> events() {
    return List.copyOf(events);
  }

  synchronized List<ReceivedEvent> transactions() {
    return List.copyOf(transactions);
  }

  synchronized List<ReceivedRequest> requests() {
    return List.copyOf(requests);
  }

  synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }

  synchronized Set<String> seenIds() {
    return Set.copyOf(seenIds);
  }

  synchronized long eventCount() {
    return eventCount;
  }

  synchronized long requestCount() {
    return requestCount;
  }

  /** Returns whether they came within {@code limit}; an interrupt ends the wait. */
  synchronized boolean awaitEvents(long count, Duration limit) {
    return await(() -> eventCount >= count, limit);
  }

  /** Returns whether they came within {@code limit}; an interrupt ends the wait. */
  synchronized boolean awaitTransactions(long count, Duration limit) {
    return await(() -> transactionCount >= count, limit);
  }

  /** Returns whether they came within {@code limit}; an interrupt ends the wait. */
  synchronized boolean awaitRequests(long count, Duration limit) {
    return await(() -> requestCount >= count, limit);
  }

  private synchronized boolean await(BooleanSupplier condition, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private <T> void keep(Deque<T> latest, T next) {
    if (latest.size() == retained) {
      latest.removeFirst();
    }
    latest.addLast(next);
  }
}
