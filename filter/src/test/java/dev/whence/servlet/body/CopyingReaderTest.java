package dev.whence.servlet.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whence.body.BodyCopy;
import dev.whence.body.BodyType;
import dev.whence.event.Body;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CopyingReaderTest {
  /** What comes down to methods that are overridden. */
  private static final Set<String> BUILT_ON_OTHERS =
      Set.of("lines", "transferTo", "readAllAsString", "readAllLines");

  private final BodyCopy copy = new BodyCopy(100, e -> {});
  private final BufferedReader container =
      new BufferedReader(new StringReader("one\r\ntwo\nthree"));
  private final CopyingReader reader = new CopyingReader(container, copy);

  private String copied() {
    return copy.snapshot(new BodyType(Body.Kind.TEXT, null), UTF_8, -1).text().get();
  }

  @Test
  void overridesEveryMethodThatReads() {
    Set<String> left = new TreeSet<>();
    for (Class<?> type : new Class<?>[] {BufferedReader.class, Reader.class}) {
      for (Method method : type.getDeclaredMethods()) {
        int modifiers = method.getModifiers();
        boolean isInherited = Modifier.isPublic(modifiers)
            && !Modifier.isStatic(modifiers)
            && !BUILT_ON_OTHERS.contains(method.getName());
        if (isInherited && !isOverridden(method)) {
          left.add(method.toString());
        }
      }
    }

    assertEquals(Set.of(), left);
  }

  private static boolean isOverridden(Method method) {
    return Arrays.stream(CopyingReader.class.getDeclaredMethods())
        .anyMatch(own -> own.getName().equals(method.getName())
            && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
  }

  @Test
  void readsNothingAhead() throws IOException {
    reader.read();

    assertEquals("ne", container.readLine());
    assertEquals("o", copied());
  }

  @Test
  void copiesLinesWithALineFeedWhateverEndedThem() throws IOException {
    assertEquals("one", reader.readLine());
    assertEquals('t', reader.read());
    assertEquals("wo", reader.readLine());
    assertEquals("three", reader.readLine());
    assertEquals(null, reader.readLine());

    assertEquals("one\ntwo\nthree\n", copied());
    assertTrue(copy.extent().isEnded());
  }

  @Test
  void copiesWhatWasPutIntoABufferAndNotWhatWasThere() throws IOException {
    CharBuffer buffer = CharBuffer.allocate(20).put("abc");

    reader.read(buffer);

    assertEquals("one\r\ntwo\nthree", copied());
    assertEquals("abcone\r\ntwo\nthree", buffer.flip().toString());
  }

  @Test
  void copiesWhatIsTransferred() throws IOException {
    StringWriter out = new StringWriter();

    assertEquals(14, reader.transferTo(out));

    assertEquals("one\r\ntwo\nthree", copied());
  }

  @Test
  void goesBackToAMarkWithItsCopy() throws IOException {
    reader.mark(100);
    reader.readLine();
    reader.reset();
    reader.read(new char[9]);

    assertEquals("one\r\ntwo\n", copied());
  }

  @Test
  void stopsCopyingAtWhatIsSkipped() throws IOException {
    reader.read();
    assertEquals(4, reader.skip(4));
    reader.readLine();

    assertEquals("o", copied());
    assertEquals(new BodyCopy.Extent("chars", 9, 1, false), copy.extent());
    assertThrows(IllegalArgumentException.class, () -> reader.skip(-1));
  }

  @Test
  void asksTheContainerForAllElse() throws IOException {
    assertTrue(reader.ready());
    assertTrue(reader.markSupported());
    reader.close();
    assertThrows(IOException.class, container::read);
    assertThrows(IOException.class, reader::readLine);
  }
}
