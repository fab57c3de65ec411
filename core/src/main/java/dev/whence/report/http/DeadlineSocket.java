package dev.whence.report.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A socket on which connecting, reading and writing together end at a deadline, and at once when
 * the socket is closed. For one thread, except for {@link #close}.
 *
 * <p>A plain socket has no limit for a write, and its limit for a read starts anew with every byte.
 * It is a {@link Socket} so that TLS can be laid over it; what TLS does not ask for is missing.
 */
final class DeadlineSocket extends Socket {
  private static final int WRITE_BYTES = 1 << 16;
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Selector selector = Selector.open();
  private final InputStream input = new Input();
  private final OutputStream output = new Output();
  private long deadline = System.nanoTime();
  private String overdue = "";

  // guarded by this
  private @Nullable SocketChannel channel;
  private boolean closed;

  DeadlineSocket() throws IOException {}

  /** Gives everything that follows, which is called {@code step} in messages, so much time. */
  void allow(Duration time, String step) {
    Duration bounded = time.compareTo(LONGEST) < 0 ? time : LONGEST;
    deadline = System.nanoTime() + bounded.toNanos();
    overdue = step + " took longer than " + bounded.toMillis() + " ms";
  }

  /** Connects to the first address of {@code place} that accepts. */
  void connect(HostPort place) throws IOException {
    IOException failure = new SocketException("no address");
    for (InetAddress address : InetAddress.getAllByName(place.host())) {
      try {
        connect(newChannel(), new InetSocketAddress(address, place.port()));
        return;
      } catch (InterruptedIOException e) {
        throw e;
      } catch (UnsupportedAddressTypeException e) {
        failure = new SocketException("this machine has no such addresses as " + address);
      } catch (IOException e) {
        failure = e;
      }
    }
    throw failure;
  }

  private void connect(SocketChannel fresh, InetSocketAddress address) throws IOException {
    try {
      boolean connected = fresh.connect(address);
      while (!connected) {
        await(fresh, SelectionKey.OP_CONNECT);
        connected = fresh.finishConnect();
      }
    } catch (IOException e) {
      fresh.close();
      throw e;
    }
  }

  private synchronized SocketChannel newChannel() throws IOException {
    checkOpen();
    SocketChannel fresh = SocketChannel.open();
    channel = fresh;
    fresh.configureBlocking(false);
    fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
    fresh.register(selector, 0);
    return fresh;
  }

  private synchronized void checkOpen() throws SocketException {
    if (closed) {
      throw new SocketException("closed");
    }
  }

  private synchronized SocketChannel channel() throws SocketException {
    checkOpen();
    if (channel == null) {
      throw new SocketException("not connected");
    }
    return channel;
  }

  private void await(SocketChannel waiting, int operation) throws IOException {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw new SocketTimeoutException(overdue);
    }
    try {
      SelectionKey key = waiting.keyFor(selector);
      if (key != null) {
        key.interestOps(operation);
        selector.select(ready -> {}, TimeUnit.NANOSECONDS.toMillis(left) + 1);
      }
    } catch (ClosedSelectorException | CancelledKeyException e) {
      // closed, as is found out next
    }
    checkOpen();
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Returns whether the peer has neither sent anything unasked nor closed the connection. */
  boolean isQuiet() {
    try {
      return channel().read(ByteBuffer.allocate(1)) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    selector.close();
    if (channel != null) {
      channel.close();
    }
  }

  @Override
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized boolean isConnected() {
    return channel != null && channel.isConnected();
  }

  @Override
  public InputStream getInputStream() {
    return input;
  }

  @Override
  public OutputStream getOutputStream() {
    return output;
  }

  private final class Input extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      SocketChannel open = channel();
      ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
      int count = open.read(buffer);
      while (count == 0 && length > 0) {
        await(open, SelectionKey.OP_READ);
        count = open.read(buffer);
      }
      return count;
    }
  }

  private final class Output extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      SocketChannel open = channel();
      int end = offset + length;
      int from = offset;
      while (from < end) {
        // in slices, for the channel keeps a buffer as large as the largest write
        int count = open.write(ByteBuffer.wrap(bytes, from, Math.min(WRITE_BYTES, end - from)));
        if (count == 0) {
          await(open, SelectionKey.OP_WRITE);
        }
        from += count;
      }
    }
  }
}
