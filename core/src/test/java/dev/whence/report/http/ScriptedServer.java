package dev.whence.report.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.InflaterInputStream;

/** A server on the loopback that keeps what it is sent and answers what it was told to. */
public final class ScriptedServer implements AutoCloseable {
  public static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  /** What to do about one request. */
  public record Step(String answer, boolean readsBody, boolean thenCloses) {
    public static Step answer(String bytes) {
      return new Step(bytes, true, false);
    }

    public static Step answerAndClose(String bytes) {
      return new Step(bytes, true, true);
    }

    public static Step silence() {
      return answer("");
    }
  }

  /** A request, byte for byte as ISO 8859-1, and on which connection it came, counted from 1. */
  public record Received(int connection, String head, String body) {
    public byte[] inflatedBody() throws IOException {
      return new InflaterInputStream(new ByteArrayInputStream(body.getBytes(ISO_8859_1)))
          .readAllBytes();
    }
  }

  private final ServerSocket server;
  private final Queue<Step> script = new ConcurrentLinkedQueue<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<Received> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final Semaphore accepted = new Semaphore(0);
  private final Semaphore heads = new Semaphore(0);
  private final Semaphore closes = new Semaphore(0);

  private ScriptedServer(ServerSocket server, List<Step> steps) {
    this.server = server;
    script.addAll(steps);
    start(this::accept);
  }

  /** Starts a server that takes one step for each request, and answers OK when none is left. */
  public static ScriptedServer start(Step... steps) throws IOException {
    return on(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), steps);
  }

  public static ScriptedServer answering(String... answers) throws IOException {
    return start(List.of(answers).stream().map(Step::answer).toArray(Step[]::new));
  }

  public static ScriptedServer on(ServerSocket server, Step... steps) {
    return new ScriptedServer(server, List.of(steps));
  }

  public int port() {
    return server.getLocalPort();
  }

  public String dsn() {
    return "http://public:secret@127.0.0.1:" + port() + "/42";
  }

  public int connections() {
    return connections.get();
  }

  public List<Received> requests() {
    return requests;
  }

  public void awaitConnection() throws InterruptedException {
    await(accepted);
  }

  public void awaitHead() throws InterruptedException {
    await(heads);
  }

  /** Waits until the server has closed a connection of its own accord. */
  public void awaitClose() throws InterruptedException {
    await(closes);
  }

  private static void await(Semaphore semaphore) throws InterruptedException {
    if (!semaphore.tryAcquire(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nothing came");
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        int number = connections.incrementAndGet();
        accepted.release();
        start(() -> serve(socket, number));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket socket, int number) {
    try {
      while (serveOne(socket, number)) {
        // until the script or the client ends it
      }
    } catch (IOException e) {
      // the client went away
    }
  }

  private boolean serveOne(Socket socket, int number) throws IOException {
    String head = readHead(socket.getInputStream());
    if (head.isEmpty()) {
      socket.close();
      return false;
    }
    heads.release();
    Step next = script.poll();
    Step step = next == null ? Step.answer(OK) : next;
    byte[] body = step.readsBody() ? readBody(socket.getInputStream(), head) : new byte[0];
    requests.add(new Received(number, head, new String(body, ISO_8859_1)));
    socket.getOutputStream().write(step.answer().getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    if (step.thenCloses()) {
      socket.close();
      closes.release();
    }
    return !step.thenCloses() && step.readsBody();
  }

  public static String readHead(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.write(next);
    }
    return head.toString(ISO_8859_1);
  }

  private static byte[] readBody(InputStream in, String head) throws IOException {
    for (String line : head.split("\r\n", -1)) {
      if (line.startsWith("Content-Length: ")) {
        return in.readNBytes(Integer.parseInt(line.substring("Content-Length: ".length())));
      }
    }
    return new byte[0];
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
