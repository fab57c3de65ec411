package dev.whence.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryJournalTest extends JournalContract {
  private static final int FRAME = 100 + MemoryJournal.FRAME_OVERHEAD;

  @Override
  Journal open() {
    return new MemoryJournal(100 * FRAME);
  }

  @Test
  void holdsExactlyWhatItsBoundAllows() {
    Cursor cursor = journal.cursor("reader");
    fill(100);

    assertThat(journal.bytes()).isEqualTo(100 * FRAME);
    assertThat(cursor.lost()).isZero();

    fill(1);

    assertThat(journal.bytes()).isEqualTo(100 * FRAME);
    assertThat(cursor.lost()).isEqualTo(1);
  }

  @Test
  void letsGoOfAsManyFramesAsALargeOneNeeds() {
    Cursor cursor = journal.cursor("reader");
    fill(100);

    journal.append(new byte[3 * FRAME - MemoryJournal.FRAME_OVERHEAD]);

    assertThat(cursor.lost()).isEqualTo(3);
    assertThat(journal.bytes()).isEqualTo(100 * FRAME);
  }

  @Test
  void letsGoOfAFrameWhenTheLastCursorHasPassedIt() {
    Cursor fast = journal.cursor("fast");
    Cursor slow = journal.cursor("slow");
    fill(10);

    fast.next(ALL, ALL);
    fast.advance(10);

    assertThat(journal.bytes()).isEqualTo(10 * FRAME);

    slow.next(ALL, ALL);
    slow.advance(4);

    assertThat(journal.bytes()).isEqualTo(6 * FRAME);
  }

  @Test
  void keepsNothingThatNobodyReads() {
    fill(10);

    assertThat(journal.bytes()).isZero();
  }

  @Test
  void letsGoOfEverythingWhenClosed() {
    Cursor cursor = journal.cursor("reader");
    fill(10);
    cursor.next(ALL, ALL);

    journal.close();
    cursor.advance(10);

    assertThat(journal.bytes()).isZero();
    assertThat(cursor.waiting()).isZero();
  }

  @Test
  void refusesABoundThatHoldsNoFrame() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MemoryJournal(MemoryJournal.FRAME_OVERHEAD))
        .withMessageContaining("was " + MemoryJournal.FRAME_OVERHEAD);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void countsLikeAListThatLooksAtEveryFrame(long seed) {
    new JournalModel(seed).compare(500);
  }

  static IntStream seeds() {
    return IntStream.range(0, 250);
  }

  private void fill(int frames) {
    for (int i = 0; i < frames; i++) {
      journal.append(new byte[100]);
    }
  }
}
