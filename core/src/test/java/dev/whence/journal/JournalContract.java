package dev.whence.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every journal, wherever it keeps its frames. */
abstract class JournalContract {
  static final int ALL = Integer.MAX_VALUE;

  Journal journal;

  /** Returns an empty journal with room for at least 100 frames of 100 bytes, and not for 1,000. */
  abstract Journal open();

  @BeforeEach
  void openJournal() {
    journal = open();
  }

  @AfterEach
  void closeJournal() {
    journal.close();
  }

  @Test
  void numbersFramesOneByOne() {
    long first = append("a").getAsLong();

    assertThat(append("b")).hasValue(first + 1);
    assertThat(append("c")).hasValue(first + 2);
  }

  @Test
  void returnsFramesInTheOrderInWhichTheyWereAppended() {
    Cursor cursor = journal.cursor("reader");

    append("a", "b", "c");

    assertThat(texts(cursor.next(ALL, ALL))).containsExactly("a", "b", "c");
  }

  @Test
  void returnsTheSameFramesUntilTheCursorAdvances() {
    Cursor cursor = journal.cursor("reader");
    append("a", "b", "c");
    cursor.next(ALL, ALL);

    assertThat(texts(cursor.next(ALL, ALL))).containsExactly("a", "b", "c");

    cursor.advance(2);

    assertThat(texts(cursor.next(ALL, ALL))).containsExactly("c");
    assertThat(cursor.waiting()).isEqualTo(1);
  }

  @Test
  void returnsNothingWhenNothingWaits() {
    Cursor cursor = journal.cursor("reader");

    assertThat(cursor.next(ALL, ALL)).isEmpty();
    assertThat(cursor.waiting()).isZero();
    assertThat(cursor.lost()).isZero();
  }

  @Test
  void returnsNoMoreFramesThanAskedFor() {
    Cursor cursor = journal.cursor("reader");
    append("a", "b", "c");

    assertThat(texts(cursor.next(ALL, 2))).containsExactly("a", "b");
  }

  @Test
  void returnsNoMoreBytesThanAskedFor() {
    Cursor cursor = journal.cursor("reader");
    append("aaaa", "bbbb", "cccc");

    assertThat(texts(cursor.next(8, ALL))).containsExactly("aaaa", "bbbb");
    assertThat(texts(cursor.next(7, ALL))).containsExactly("aaaa");
  }

  @Test
  void returnsOneFrameThatIsLargerThanAskedFor() {
    Cursor cursor = journal.cursor("reader");
    append("aaaa", "b");

    assertThat(texts(cursor.next(3, ALL))).containsExactly("aaaa");
  }

  @Test
  void movesEveryCursorOnItsOwn() {
    Cursor fast = journal.cursor("fast");
    Cursor slow = journal.cursor("slow");
    append("a", "b");

    fast.next(ALL, ALL);
    fast.advance(2);

    assertThat(fast.waiting()).isZero();
    assertThat(texts(slow.next(ALL, ALL))).containsExactly("a", "b");
    assertThat(slow.waiting()).isEqualTo(2);
  }

  @Test
  void opensANewCursorBehindTheNewestFrame() {
    journal.cursor("early");
    append("a");

    Cursor late = journal.cursor("late");
    append("b");

    assertThat(texts(late.next(ALL, ALL))).containsExactly("b");
  }

  @Test
  void refusesASecondCursorOfOneName() {
    journal.cursor("reader");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> journal.cursor("reader"))
        .withMessageContaining("\"reader\"");
  }

  @Test
  void refusesToAdvanceOverFramesThatItDidNotReturn() {
    Cursor cursor = journal.cursor("reader");
    append("a", "b", "c");
    cursor.next(ALL, 2);

    assertThatIllegalArgumentException().isThrownBy(() -> cursor.advance(3));
    assertThatIllegalArgumentException().isThrownBy(() -> cursor.advance(-1));
  }

  @Test
  void letsGoOfTheOldestFramesWhenFullAndCountsThem() {
    Cursor cursor = journal.cursor("reader");

    appendHundredBytes(1_000);

    List<byte[]> left = cursor.next(ALL, ALL);
    assertThat(left).hasSizeBetween(1, 999);
    assertThat(left.get(left.size() - 1)).startsWith("00999".getBytes(UTF_8));
    assertThat(cursor.waiting()).isEqualTo(left.size());
    assertThat(cursor.lost()).isEqualTo(1_000 - left.size());
  }

  @Test
  void doesNotLoseAFrameInHandThatIsThenAdvancedOver() {
    Cursor cursor = journal.cursor("reader");
    append("in hand", "in hand too");
    cursor.next(ALL, ALL);

    appendHundredBytes(1_000);
    cursor.advance(2);

    assertThat(cursor.lost() + cursor.waiting()).isEqualTo(1_000);
  }

  @Test
  void losesAFrameInHandOnceWhenItIsGivenBackTooLate() {
    Cursor cursor = journal.cursor("reader");
    append("in hand", "in hand too");
    cursor.next(ALL, ALL);

    appendHundredBytes(1_000);
    cursor.advance(1);

    assertThat(texts(cursor.next(ALL, 1))).doesNotContain("in hand too");
    assertThat(cursor.lost() + cursor.waiting()).isEqualTo(1_001);
  }

  @Test
  void refusesAFrameThatAloneExceedsTheBoundAndKeepsTheOthers() {
    Cursor cursor = journal.cursor("reader");
    long first = append("a").getAsLong();

    assertThat(journal.append(new byte[1_000_000])).isEmpty();

    assertThat(append("b")).hasValue(first + 1);
    assertThat(texts(cursor.next(ALL, ALL))).containsExactly("a", "b");
  }

  @Test
  void neitherTakesNorReturnsFramesOnceClosedAndKeepsItsCounts() {
    Cursor cursor = journal.cursor("reader");
    appendHundredBytes(1_000);
    long lost = cursor.lost();

    journal.close();
    journal.close();

    assertThat(append("late")).isEmpty();
    assertThat(cursor.next(ALL, ALL)).isEmpty();
    assertThat(cursor.lost()).isEqualTo(lost);
    assertThat(cursor.waiting()).isEqualTo(1_000 - lost);
  }

  @Test
  void countsEveryFrameOnceWhileOneThreadAppendsAndThreeRead() throws Exception {
    List<CountingReader> readers = IntStream.rangeClosed(1, 3)
        .mapToObj(i -> new CountingReader(journal.cursor("reader " + i), i))
        .toList();
    readers.forEach(Thread::start);

    appendHundredBytes(20_000);
    readers.forEach(CountingReader::finish);

    for (CountingReader reader : readers) {
      reader.join();
      assertThat(reader.isInOrder()).isTrue();
      assertThat(reader.read() + reader.cursor().lost()).isEqualTo(20_000);
      assertThat(reader.cursor().waiting()).isZero();
    }
  }

  private void appendHundredBytes(int count) {
    for (int i = 0; i < count; i++) {
      append("%05d%s".formatted(i, "x".repeat(95)));
    }
  }

  private OptionalLong append(String... texts) {
    OptionalLong last = OptionalLong.empty();
    for (String text : texts) {
      last = journal.append(text.getBytes(UTF_8));
    }
    return last;
  }

  static List<String> texts(List<byte[]> frames) {
    return frames.stream().map(frame -> new String(frame, UTF_8)).toList();
  }
}
