package dev.whence.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * A receiver of Sentry envelopes for tests, listening on a free port of 127.0.0.1.
 *
 * <pre>{@code
 * try (Ingest ingest = Ingest.start()) {
 *   sendErrorTo(ingest.dsn());
 *   ReceivedEvent event = ingest.awaitEvents(1, Duration.ofSeconds(5)).get(0);
 *   assertEquals("IllegalStateException", event.at("/exception/values/0/type"));
 *   assertEquals(List.of(), ingest.complaints());
 * }
 * }</pre>
 *
 * <p>A request that breaks the protocol is answered 400 (403 for its authentication, 413 for its
 * size), its envelope is dropped, and {@link #complaints()} tells why. A connection that ends
 * within a request is no complaint. Safe for many threads.
 */
public final class Ingest implements AutoCloseable {
  private final Inbox inbox;
  private final AnswerScript script = new AnswerScript();
  private final Acceptor acceptor;
  private final String scheme;

  private Ingest(Builder builder) throws IOException {
    this.inbox = new Inbox(builder.retained);
    this.acceptor = new Acceptor(
        new Receiver(inbox, script, builder.maxBodyBytes), builder.sockets, builder.port);
    this.scheme = builder.scheme;
  }

  /** Starts a receiver with the defaults of {@link #builder()}. */
  public static Ingest start() {
    return builder().start();
  }

  public static Builder builder() {
    return new Builder();
  }

  public int port() {
    return acceptor.port();
  }

  /** Returns a DSN of this receiver, with the key "public" and the project 1. */
  public String dsn() {
    return dsn("1");
  }

  public String dsn(String project) {
    return scheme + "://public@127.0.0.1:" + port() + "/" + project;
  }

  /** Sets what every request is answered that {@link #answerOnce} says nothing about. */
  public void answer(Answer answer) {
    script.always(answer);
  }

  /** Adds answers for the next requests, one each, in this order. */
  public void answerOnce(Answer... answers) {
    script.once(List.of(answers));
  }

  /** Returns the latest envelopes that were answered 2xx, oldest first. */
  public List<ReceivedEnvelope> envelopes() {
    return inbox.envelopes();
  }

  /** Returns the latest events within {@link #envelopes()}, oldest first. */
  public List<ReceivedEvent> events() {
    return inbox.events();
  }

  /** Returns the latest transactions within {@link #envelopes()}, oldest first. */
  public List<ReceivedEvent> transactions() {
    return inbox.transactions();
  }

  /** Returns the number of accepted events, including those no longer retained. */
  public long eventCount() {
    return inbox.eventCount();
  }

  /** Returns a copy of the ids of all accepted events, including those no longer retained. */
  public Set<String> seenIds() {
    return inbox.seenIds();
  }

  /** Returns the latest requests, accepted or not, oldest first. */
  public List<ReceivedRequest> requests() {
    return inbox.requests();
  }

  /** Returns the number of requests, including those no longer retained. */
  public long requestCount() {
    return inbox.requestCount();
  }

  /** Returns the latest breaches of the protocol or the schema, oldest first. */
  public List<String> complaints() {
    return inbox.complaints();
  }

  /**
   * Returns the number of TCP connections accepted since the start or the last {@link #reset()}.
   */
  public int connections() {
    return acceptor.connections();
  }

  /**
   * Waits until {@code count} events or more have been accepted and returns {@link #events()}.
   *
   * @throws AssertionError if {@code limit} passes or the thread is interrupted first; it tells
   *     what has arrived
   */
  public List<ReceivedEvent> awaitEvents(int count, Duration limit) {
    if (!inbox.awaitEvents(count, limit)) {
      throw missing(count + " events", limit);
    }
    return inbox.events();
  }

  /**
   * Waits until {@code count} transactions or more have been accepted and returns
   * {@link #transactions()}.
   *
   * @throws AssertionError if {@code limit} passes or the thread is interrupted first; it tells
   *     what has arrived
   */
  public List<ReceivedEvent> awaitTransactions(int count, Duration limit) {
    if (!inbox.awaitTransactions(count, limit)) {
      throw missing(count + " transactions", limit);
    }
    return inbox.transactions();
  }

  /**
   * Waits until {@code count} requests or more have been read and returns {@link #requests()}.
   *
   * @throws AssertionError if {@code limit} passes or the thread is interrupted first; it tells
   *     what has arrived
   */
  public List<ReceivedRequest> awaitRequests(int count, Duration limit) {
    if (!inbox.awaitRequests(count, limit)) {
      throw missing(count + " requests", limit);
    }
    return inbox.requests();
  }

  /** Forgets all that has arrived and all scripted answers; connections stay open. */
  public void reset() {
    script.reset();
    inbox.reset();
    acceptor.resetConnections();
  }

  /** Ends all connections and threads, hanging ones too, within 5 seconds. */
  @Override
  public void close() {
    acceptor.close();
  }

  private AssertionError missing(String wanted, Duration limit) {
    return new AssertionError(
        "waited " + limit + " for " + wanted + "; arrived: " + eventCount() + " events " + events()
            + ", " + requestCount() + " requests " + requests() + "; complaints: " + complaints());
  }

  /** Sets the limits of a receiver. Not safe for many threads. */
  public static final class Builder {
    private int retained = 10_000;
    private int maxBodyBytes = 200 * 1024 * 1024;
    private ServerSocketFactory sockets = ServerSocketFactory.getDefault();
    private String scheme = "http";
    private int port;

    private Builder() {}

    /**
     * Sets how many events, envelopes, requests and complaints are kept, 10,000 of each by default.
     */
    public Builder retain(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("count must be positive, was " + count);
      }
      retained = count;
      return this;
    }

    /** Sets the largest body accepted, compressed or not, 200 MiB by default. */
    public Builder maxBodyBytes(int bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException("bytes must be positive, was " + bytes);
      }
      maxBodyBytes = bytes;
      return this;
    }

    /**
     * Sets the port, a free one by default: for a receiver that comes back where another one was.
     *
     * @throws IllegalArgumentException if there is no such port
     */
    public Builder port(int number) {
      if (number < 0 || number > 65_535) {
        throw new IllegalArgumentException("port must be from 0 to 65535, was " + number);
      }
      port = number;
      return this;
    }

    /**
     * Receives by TLS, with the certificate that {@code context} has, which a client must be told
     * to trust. For a handshake that fails use one that it does not, or a receiver without TLS and
     * its DSN with {@code https}.
     */
    public Builder tls(SSLContext context) {
      sockets = context.getServerSocketFactory();
      scheme = "https";
      return this;
    }

    /**
     * Starts the receiver.
     *
     * @throws UncheckedIOException if no port can be opened
     */
    public Ingest start() {
      try {
        Ingest ingest = new Ingest(this);
        ingest.acceptor.start();
        return ingest;
      } catch (IOException noPort) {
        throw new UncheckedIOException("cannot listen on 127.0.0.1", noPort);
      }
    }
  }
}
