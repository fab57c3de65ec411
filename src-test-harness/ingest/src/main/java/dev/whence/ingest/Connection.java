package dev.whence.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.whence.ingest.http.RawRequest;
import dev.whence.ingest.http.Refusal;
import dev.whence.ingest.http.RequestReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Serves one connection, request after request. Runs on a thread of its own. */
final class Connection implements Runnable {
  private final Socket socket;
  private final Receiver receiver;
  private final CountDownLatch closing;

  Connection(Socket socket, Receiver receiver, CountDownLatch closing) {
    this.socket = socket;
    this.receiver = receiver;
    this.closing = closing;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in =
          new SlowInput(socket.getInputStream(), () -> receiver.coming().readPause(), closing);
      serve(new RequestReader(in, receiver.maxBodyBytes()));
    } catch (IOException clientIsGone) {
      return; // clients may die or give up, and tests make them: no breach of the protocol
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(RequestReader reader) throws IOException, InterruptedException {
    try {
      boolean goesOn = true;
      while (goesOn && reader.awaitRequest()) {
        goesOn = receiver.coming().isEarly() ? answerUnread() : answer(reader.read());
      }
    } catch (Refusal notHttp) {
      answer(receiver.refuse(notHttp), true);
      drain();
    }
  }

  private boolean answerUnread() throws IOException, InterruptedException {
    boolean unused = answer(receiver.receiveUnread(), true);
    drain();
    return false;
  }

  private boolean answer(@Nullable RawRequest request) throws IOException, InterruptedException {
    return request != null && answer(receiver.receive(request), request.isLast());
  }

  /** Returns whether the connection can serve another request. */
  private boolean answer(Reply reply, boolean isLast) throws IOException, InterruptedException {
    Answer answer = reply.answer();
    if (closing.await(answer.delay().toNanos(), TimeUnit.NANOSECONDS)) {
      return false;
    }
    switch (answer.kind()) {
      case HANG -> closing.await();
      case RESET -> socket.setSoLinger(true, 0);
      case GARBAGE -> send(answer.garbageBytes(), Wire.ORDINARY);
      case REPLY -> send(reply, isLast);
    }
    return answer.kind() == Answer.Kind.REPLY && !isLast && !answer.wire().isLast();
  }

  private void send(Reply reply, boolean isLast) throws IOException, InterruptedException {
    Wire wire = reply.answer().wire();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (wire.interim() > 0) {
      bytes.writeBytes(("HTTP/1.1 " + wire.interim() + " \r\n\r\n").getBytes(ISO_8859_1));
    }
    byte[] response = reply.response(isLast).encode();
    bytes.writeBytes(response);
    if (wire.isTwice()) {
      bytes.writeBytes(response);
    }
    send(bytes.toByteArray(), wire);
  }

  private void send(byte[] bytes, Wire wire) throws IOException, InterruptedException {
    int count = wire.cut() < 0 ? bytes.length : Math.min(wire.cut(), bytes.length);
    OutputStream out = socket.getOutputStream();
    long pause = wire.bytePause().toNanos();
    if (pause == 0) {
      out.write(bytes, 0, count);
    } else {
      for (int i = 0; i < count && !closing.await(pause, TimeUnit.NANOSECONDS); i++) {
        out.write(bytes[i]);
      }
    }
    if (wire.isReset()) {
      socket.setSoLinger(true, 0);
    }
  }

  /** Reads on, because closing with bytes unread would reset the connection and lose the answer. */
  private void drain() throws IOException {
    socket.shutdownOutput();
    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
  }
}
