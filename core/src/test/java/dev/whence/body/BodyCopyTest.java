package dev.whence.body;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BodyCopyTest {
  private final List<Throwable> faults = new ArrayList<>();
  private final BodyCopy copy = new BodyCopy(8, faults::add);

  private void add(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    copy.add(bytes, 0, bytes.length);
  }

  private String text(Charset charset, boolean isWhole) {
    return copy.text(charset, isWhole).get();
  }

  private void assertExtent(long read, int kept, boolean isEnded) {
    BodyCopy.Extent extent = copy.extent();
    assertEquals(new BodyCopy.Extent(extent.unit(), read, kept, isEnded), extent);
  }

  @Test
  void keepsTheBeginningAndCountsTheRest() {
    add("abcde");
    add("fghij");
    copy.addByte('k');
    copy.addByte(-1);

    assertExtent(11, 8, true);
    assertEquals("abcdefgh", text(UTF_8, false));
    assertEquals(8, copy.weight());
  }

  @Test
  void keepsOnlyThatPartOfTheArrayThatWasRead() {
    copy.add("xxabcxx".getBytes(UTF_8), 2, 3);
    copy.add(new byte[4], 0, 0);

    assertExtent(3, 3, false);
    assertEquals("abc", text(UTF_8, true));
  }

  @Test
  void leavesOutACharacterThatWasCutThroughAndReplacesOneThatIsBroken() {
    copy.add("ab€".getBytes(UTF_8), 0, 4);

    assertEquals("ab", text(UTF_8, false));
    assertEquals("ab\uFFFD", text(UTF_8, true));
  }

  @Test
  void leavesOutHalfOfAPair() {
    byte[] pair = "a\ud83d\ude00".getBytes(UTF_16BE);
    copy.add(pair, 0, 4);
    BodyCopy chars = new BodyCopy(2, faults::add);
    chars.add("a\ud83d\ude00", 0, 3);

    assertEquals("a", text(UTF_16BE, false));
    assertEquals("a", chars.text(UTF_8, false).get());
    assertEquals(4, chars.weight());
    assertEquals(new BodyCopy.Extent("chars", 3, 2, false), chars.extent());
  }

  @Test
  void keepsWhatIsReadAgainOnce() {
    add("ab");
    copy.mark();
    add("cdef");
    copy.reset();
    add("cde");

    assertExtent(5, 5, false);
    assertEquals("abcde", text(UTF_8, true));
  }

  @Test
  void goesBackToAMarkBeyondTheLimitAndToOneBehindIt() {
    add("abcdef");
    copy.mark();
    add("ghijkl");
    copy.reset();
    assertExtent(6, 6, false);
    add("ghijkl");
    copy.mark();
    add("mno");
    copy.addByte(-1);
    copy.reset();

    assertExtent(12, 8, false);
    assertEquals("abcdefgh", text(UTF_8, false));
  }

  @Test
  void goesBackToTheBeginningWithoutAMark() {
    copy.add("abc", 0, 3);
    copy.reset();
    copy.add("abcd", 0, 4);

    assertExtent(4, 4, false);
    assertEquals("abcd", text(UTF_8, true));
  }

  @Test
  void keepsNothingBehindAGap() {
    copy.addChar('a');
    copy.skippedChars(2);
    copy.addChar('d');
    copy.addChar(-1);

    assertExtent(4, 1, true);
    assertEquals("a", text(UTF_8, false));
  }

  @Test
  void countsWhatComesInAnotherShapeAndKeepsWhatCameFirst() {
    add("ab");
    copy.add("cd", 0, 2);

    assertExtent(4, 2, false);
    assertEquals("ab", text(UTF_8, false));
  }

  @Test
  void aTextIsOfItsMomentWhateverIsReadLater() {
    add("ab");
    Supplier<String> early = copy.text(UTF_8, true);
    copy.reset();
    add("xyz");

    assertEquals("ab", early.get());
  }

  @Test
  void neverThrowsAndKeepsNothingOnceItHasFailed() {
    add("ab");
    copy.add(new byte[2], 7, 3);
    copy.add("ab", 7, 3);
    add("cd");

    assertEquals(1, faults.size());
    assertTrue(faults.get(0) instanceof IndexOutOfBoundsException);
    assertEquals("", text(UTF_8, false));
    assertEquals(0, copy.extent().kept());
  }

  @Test
  void keepsEveryByteOfManyThreads() throws InterruptedException {
    BodyCopy shared = new BodyCopy(100_000, faults::add);
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread = new Thread(() -> {
        try {
          start.await();
        } catch (InterruptedException e) {
          return;
        }
        for (int j = 0; j < 20_000; j++) {
          shared.addByte('x');
        }
      });
      thread.start();
      threads.add(thread);
    }

    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertEquals("x".repeat(80_000), shared.text(UTF_8, true).get());
    assertTrue(faults.isEmpty());
  }
}
