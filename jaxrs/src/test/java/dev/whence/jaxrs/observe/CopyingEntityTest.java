package dev.whence.jaxrs.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whence.body.BodyCopy;
import dev.whence.body.BodyType;
import dev.whence.event.Body;
import dev.whence.snapshot.BodySnapshot;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to it, the stream says what the one within would have said. */
class CopyingEntityTest {
  private static final int LENGTH = 300;
  private static final int STEPS = 40;

  /** What one may do to a stream; the answer as text. */
  private interface Step {
    String on(InputStream stream) throws IOException;
  }

  /** A stream that returns little at a time, and fails near its end. */
  private static final class Failing extends FilterInputStream {
    private int left = LENGTH - 20;

    Failing(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      if (left-- <= 0) {
        throw new IOException("the client went away");
      }
      return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left <= 0) {
        throw new IOException("the client went away");
      }
      int count = super.read(into, offset, Math.min(7, length));
      left -= count;
      return count;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }

  private static Stream<Arguments> streams() {
    List<Function<byte[], InputStream>> kinds = List.of(
        ByteArrayInputStream::new,
        bytes -> new BufferedInputStream(new ByteArrayInputStream(bytes), 16),
        bytes -> new PushbackInputStream(new ByteArrayInputStream(bytes)),
        bytes -> new Failing(new ByteArrayInputStream(bytes)));
    return kinds.stream()
        .flatMap(kind -> LongStream.range(0, 50).mapToObj(seed -> Arguments.of(kind, seed)));
  }

  @ParameterizedTest
  @MethodSource("streams") // 50 runs of new Random(seed) on each kind of stream
  void answersAsTheStreamWithin(Function<byte[], InputStream> kind, long seed) throws IOException {
    byte[] entity = new byte[LENGTH];
    new Random(seed).nextBytes(entity);

    List<String> bare = answers(kind.apply(entity), seed);
    List<String> copied =
        answers(new CopyingEntity(kind.apply(entity), new BodyCopy(100, e -> {})), seed);

    assertEquals(bare, copied);
  }

  private static List<String> answers(InputStream stream, long seed) {
    Random random = new Random(seed);
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      Step step = step(random);
      try {
        answers.add(step.on(stream));
      } catch (IOException | RuntimeException e) {
        answers.add(e.toString());
      }
    }
    return answers;
  }

  private static Step step(Random random) {
    int size = random.nextInt(24);
    return switch (random.nextInt(14)) {
      case 0, 1 -> stream -> "" + stream.read();
      case 2 -> stream -> into(size, stream::read);
      case 3, 4 -> stream -> into(size + 2, b -> stream.read(b, 1, size));
      case 5 -> stream -> into(size, b -> stream.read(b, 1, size));
      case 6 -> stream -> "" + stream.skip(size - 2);
      case 7 -> stream -> "" + stream.available();
      case 8 ->
        stream -> {
          stream.mark(10);
          return "" + stream.markSupported();
        };
      case 9 ->
        stream -> {
          stream.reset();
          return "reset";
        };
      case 10 -> stream -> Arrays.toString(stream.readNBytes(size - 2));
      case 11 -> stream -> into(size, b -> stream.readNBytes(b, 0, size));
      case 12 ->
        stream -> {
          stream.skipNBytes(size);
          return "skipped";
        };
      default -> size < 4 ? CopyingEntityTest::transferred : CopyingEntityTest::closed;
    };
  }

  private interface Read {
    int into(byte[] bytes) throws IOException;
  }

  private static String into(int size, Read read) throws IOException {
    byte[] bytes = new byte[size];
    int count = read.into(bytes);
    return count + " " + Arrays.toString(bytes);
  }

  private static String transferred(InputStream stream) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long count = stream.transferTo(out);
    return count + " " + Arrays.toString(out.toByteArray());
  }

  private static String closed(InputStream stream) throws IOException {
    stream.close();
    return "closed";
  }

  private final BodyCopy copy = new BodyCopy(100, e -> {});
  private final InputStream stream =
      new CopyingEntity(new ByteArrayInputStream("one two three".getBytes(UTF_8)), copy);

  private void assertCopied(String text, Map<String, Object> notes) {
    BodySnapshot told = copy.snapshot(new BodyType(Body.Kind.TEXT, null), UTF_8, -1);

    assertEquals(text, told.text().get());
    assertEquals(notes, told.notes());
  }

  @Test
  void copiesWhateverWayItIsRead() throws IOException {
    stream.read();
    stream.read(new byte[2]);
    stream.read(new byte[9], 3, 1);
    stream.readNBytes(2);
    stream.readNBytes(new byte[3], 1, 2);
    stream.transferTo(OutputStream.nullOutputStream());

    assertCopied("one two three", Map.of());
  }

  @Test
  void readsNothingByItself() throws IOException {
    InputStream within = new ByteArrayInputStream("one two three".getBytes(UTF_8));
    InputStream around = new CopyingEntity(within, copy);

    around.readNBytes(4);

    assertEquals("two three", new String(within.readAllBytes(), UTF_8));
  }

  @Test
  void copiesOnceWhatIsReadAgain() throws IOException {
    stream.readNBytes(4);
    stream.mark(10);
    stream.readNBytes(5);
    stream.reset();

    assertEquals("two three", new String(stream.readAllBytes(), UTF_8));
    assertCopied("one two three", Map.of());
  }

  @Test
  void stopsCopyingAtWhatIsSkipped() throws IOException {
    stream.read();
    stream.skip(3);
    stream.readAllBytes();

    assertCopied("o", Map.of("bytes_read", 13L, "bytes_kept", 1));
  }
}
