package dev.whence.ingest;

import dev.whence.ingest.http.RawRequest;
import dev.whence.ingest.http.Refusal;
import dev.whence.ingest.http.RequestReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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
      serve(new RequestReader(socket.getInputStream(), receiver.maxBodyBytes()));
    } catch (IOException clientIsGone) {
      return; // clients may die or give up, and tests make them: no breach of the protocol
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(RequestReader reader) throws IOException, InterruptedException {
    try {
      RawRequest request = reader.read();
      while (request != null && answer(receiver.receive(request), request.isLast())) {
        request = reader.read();
      }
    } catch (Refusal notHttp) {
      answer(receiver.refuse(notHttp), true);
      drain();
    }
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
      case REPLY -> socket.getOutputStream().write(reply.response(isLast).encode());
    }
    return answer.kind() == Answer.Kind.REPLY && !isLast;
  }

  /** Reads on, because closing with bytes unread would reset the connection and lose the answer. */
  private void drain() throws IOException {
    socket.shutdownOutput();
    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
  }
}
