package dev.whence.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/**
 * Listens on a port of 127.0.0.1 and gives each connection a thread. Safe for many threads.
 *
 * <p>{@link #close()} ends all of these threads, whatever they wait for.
 */
final class Acceptor implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 512;
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final Receiver receiver;
  private final ServerSocket server;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);

  // guarded by this
  private final Map<Thread, Socket> open = new HashMap<>();
  private int accepted;
  private int forgotten;

  Acceptor(Receiver receiver, ServerSocketFactory sockets, int port) throws IOException {
    this.receiver = receiver;
    this.server = sockets.createServerSocket(port, BACKLOG, InetAddress.getByAddress(LOOPBACK));
    this.thread = daemon(this::acceptAll, "whence-ingest-accept");
  }

  void start() {
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  synchronized int connections() {
    return accepted - forgotten;
  }

  synchronized void resetConnections() {
    forgotten = accepted;
  }

  @Override
  public void close() {
    closing.countDown();
    closeQuietly(server);
    long deadline = System.nanoTime() + CLOSE_LIMIT.toNanos();
    join(thread, deadline);
    Map<Thread, Socket> rest = open();
    rest.values().forEach(Acceptor::closeQuietly);
    rest.keySet().forEach(connection -> join(connection, deadline));
  }

  private void acceptAll() {
    try {
      while (!server.isClosed()) {
        serve(server.accept());
      }
    } catch (IOException ended) {
      if (!server.isClosed()) {
        receiver.complain("the receiver cannot accept connections: " + ended);
      }
    }
  }

  private synchronized void serve(Socket socket) {
    accepted++;
    Connection connection = new Connection(socket, receiver, closing);
    Thread server = daemon(() -> runAndForget(connection), "whence-ingest-" + accepted);
    open.put(server, socket);
    server.start();
  }

  private void runAndForget(Connection connection) {
    connection.run();
    synchronized (this) {
      open.remove(Thread.currentThread());
    }
  }

  private synchronized Map<Thread, Socket> open() {
    return Map.copyOf(open);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private static void join(Thread thread, long deadline) {
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, deadline - System.nanoTime());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception alreadyBroken) {
      return; // nothing is left to be released
    }
  }
}
