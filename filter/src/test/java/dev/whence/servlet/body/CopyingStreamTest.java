package dev.whence.servlet.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whence.body.BodyCopy;
import dev.whence.body.BodyType;
import dev.whence.event.Body;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the streams of the containers at hand do not do: go back to a mark, fail. */
class CopyingStreamTest {
  private final StubStream container = new StubStream("one two three");
  private final BodyCopy copy = new BodyCopy(100, e -> {});
  private final CopyingStream stream = new CopyingStream(container, copy);

  private static final class StubStream extends ServletInputStream {
    final ByteArrayInputStream bytes;

    @Nullable
    ReadListener listener;

    @Nullable
    IOException failure;

    boolean isClosed;

    StubStream(String text) {
      bytes = new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    @Override
    public int read() throws IOException {
      if (failure != null) {
        throw failure;
      }
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (failure != null) {
        throw failure;
      }
      return bytes.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return bytes.available() > 3;
    }

    @Override
    public int available() {
      return bytes.available();
    }

    @Override
    public void setReadListener(ReadListener newListener) {
      listener = newListener;
    }

    @Override
    public boolean markSupported() {
      return true;
    }

    @Override
    public void mark(int readLimit) {
      bytes.mark(readLimit);
    }

    @Override
    public void reset() {
      bytes.reset();
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }

  private String copied() {
    return copy.snapshot(new BodyType(Body.Kind.TEXT, null), UTF_8, -1).text().get();
  }

  @Test
  void goesBackToAMarkWithItsCopy() throws IOException {
    stream.readNBytes(4);
    stream.mark(100);
    stream.readNBytes(5);
    stream.reset();
    String rest = new String(stream.readAllBytes(), UTF_8);

    assertTrue(stream.markSupported());
    assertEquals("two three", rest);
    assertEquals("one two three", copied());
    assertEquals(new BodyCopy.Extent("bytes", 13, 13, true), copy.extent());
  }

  @Test
  void copiesWhatIsSkipped() throws IOException {
    assertEquals(4, stream.skip(4));
    stream.skipNBytes(3);

    assertEquals("one two", copied());
  }

  @Test
  void throwsWhatTheContainerThrowsAndKeepsWhatCameBefore() throws IOException {
    stream.readNBytes(3);
    container.failure = new IOException("the client went away");

    assertSame(container.failure, assertThrows(IOException.class, stream::read));
    assertThrows(IOException.class, () -> stream.read(new byte[3]));
    assertEquals("one", copied());
    assertFalse(copy.extent().isEnded());
  }

  @Test
  void throwsWhatTheContainerThrowsAtWrongArguments() {
    assertThrows(IndexOutOfBoundsException.class, () -> stream.read(new byte[3], 2, 5));
    assertEquals(0, copy.extent().read());
  }

  @Test
  void asksTheContainerForAllElse() throws IOException {
    ReadListener listener = new ReadListener() {
      @Override
      public void onDataAvailable() {}

      @Override
      public void onAllDataRead() {}

      @Override
      public void onError(Throwable failure) {}
    };

    stream.setReadListener(listener);
    assertSame(listener, container.listener);
    assertEquals(13, stream.available());
    assertTrue(stream.isReady());
    stream.readNBytes(11);
    assertFalse(stream.isReady());
    assertFalse(stream.isFinished());
    stream.readNBytes(2);
    assertTrue(stream.isFinished());
    stream.close();
    assertTrue(container.isClosed);
  }
}
