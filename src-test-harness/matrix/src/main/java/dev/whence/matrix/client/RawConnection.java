package dev.whence.matrix.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

/** One connection on which a test sends what bytes it likes. For one thread. */
public final class RawConnection implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Socket socket;

  RawConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout((int) PATIENCE.toMillis());
  }

  /** Sends {@code bytes}, a character each. */
  public RawConnection send(String bytes) throws IOException {
    socket.getOutputStream().write(RawHttp.bytes(bytes));
    return this;
  }

  /** Says that nothing more will be sent, and stays open for the answer. */
  public RawConnection end() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** Reads at least {@code count} bytes, fewer only if the server closes. */
  public RawConnection read(int count) throws IOException {
    socket.getInputStream().readNBytes(count);
    return this;
  }

  /** Returns all that comes until the server closes the connection or resets it. */
  public RawAnswer answer() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    byte[] part = new byte[8_192];
    try {
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        all.write(part, 0, n);
      }
    } catch (SocketException e) {
      return new RawAnswer(all.toByteArray(), true);
    }
    return new RawAnswer(all.toByteArray(), false);
  }

  /** Breaks the connection off, so that the server sees a reset. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
