package dev.whence.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest extends JournalContract {
  private static final long BOUND = 50_000;

  @TempDir
  Path directory;

  @Override
  Journal open() {
    return reopen(BOUND);
  }

  private FileJournal reopen(long bound) {
    try {
      return FileJournal.open(directory, bound);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileJournal reopen() {
    journal.close();
    FileJournal again = reopen(BOUND);
    journal = again;
    return again;
  }

  private void append(String... texts) {
    for (String text : texts) {
      assertThat(journal.append(text.getBytes(UTF_8))).isPresent();
    }
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  @Test
  void returnsAfterReopeningWhatNobodyHadPassed() {
    Cursor before = journal.cursor("reader");
    append("a", "b", "c");
    before.next(ALL, ALL);
    before.advance(1);

    Cursor after = reopen().cursor("reader");

    assertThat(after.waiting()).isEqualTo(2);
    assertThat(texts(after.next(ALL, ALL))).containsExactly("b", "c");
    assertThat(after.lost()).isZero();
  }

  @Test
  void returnsWhatAReaderLeftThatNeverMoved() {
    journal.cursor("reader");
    append("a");

    assertThat(texts(reopen().cursor("reader").next(ALL, ALL))).containsExactly("a");
  }

  @Test
  void goesOnWithTheNumbersAfterReopening() {
    journal.cursor("reader");
    append("a", "b");
    long last = journal.append(new byte[1]).getAsLong();

    assertThat(reopen().append(new byte[1])).hasValue(last + 1);
  }

  @Test
  void keepsTheCursorsOfReadersApartWhateverTheirNames() {
    Cursor one = journal.cursor("a/b *:é");
    journal.cursor("a/b *:e");
    append("a");
    one.next(ALL, ALL);
    one.advance(1);

    FileJournal again = reopen();

    assertThat(again.cursor("a/b *:é").waiting()).isZero();
    assertThat(again.cursor("a/b *:e").waiting()).isEqualTo(1);
  }

  @Test
  void startsAtTheOldestFrameWhenAPositionIsDamaged() throws IOException {
    Cursor before = journal.cursor("reader");
    append("a", "b");
    before.next(ALL, ALL);
    before.advance(1);
    journal.close();
    Files.writeString(files(".position").get(0), "0000000000000001 00000000\n");

    assertThat(texts(reopen().cursor("reader").next(ALL, ALL))).containsExactly("a", "b");
  }

  @Test
  void cutsTheRecordThatADyingWriterLeftHalf() throws IOException {
    journal.cursor("reader");
    append("a", "b");
    journal.close();
    Path segment = files(".whj").get(0);
    byte[] all = Files.readAllBytes(segment);
    Files.write(segment, Arrays.copyOf(all, all.length - 1));

    FileJournal again = reopen();
    Cursor cursor = again.cursor("reader");
    append("c");

    assertThat(texts(cursor.next(ALL, ALL))).containsExactly("a", "c");
    assertThat(cursor.lost()).isZero();
  }

  @Test
  void letsGoOfSegmentsThatEveryCursorHasPassed() throws IOException {
    Cursor fast = journal.cursor("fast");
    Cursor slow = journal.cursor("slow");
    for (int i = 0; i < 100; i++) {
      append("x".repeat(100));
    }
    fast.next(ALL, ALL);
    fast.advance(100);
    long held = journal.bytes();
    assertThat(held).isEqualTo(100 * (100 + RecordFormat.HEADER));

    slow.next(ALL, ALL);
    slow.advance(100);

    assertThat(journal.bytes()).isLessThanOrEqualTo(BOUND / 16);
    assertThat(files(".whj")).hasSize(1);
    assertThat(Files.size(files(".whj").get(0))).isEqualTo(journal.bytes());
  }

  @Test
  void neverHasMoreBytesInItsFilesThanItsBound() throws IOException {
    journal.cursor("reader");
    for (int i = 0; i < 2_000; i++) {
      append("x".repeat(i % 700));
      assertThat(journal.bytes()).isLessThanOrEqualTo(BOUND);
    }

    long size = 0;
    for (Path file : files(".whj")) {
      size += Files.size(file);
    }
    assertThat(size).isEqualTo(journal.bytes());
  }

  @Test
  void countsWhatWasInADeletedSegmentAsLost() throws IOException {
    Cursor cursor = journal.cursor("reader");
    for (int i = 0; i < 100; i++) {
      append("%03d".formatted(i) + "x".repeat(97));
    }
    Files.delete(files(".whj").get(1));

    List<byte[]> read = cursor.next(ALL, ALL);
    cursor.advance(read.size());

    assertThat(read).hasSizeLessThan(100);
    assertThat(new String(read.get(read.size() - 1), UTF_8)).startsWith("099");
    assertThat(cursor.lost()).isEqualTo(100 - read.size());
    assertThat(cursor.waiting()).isZero();
  }

  @Test
  void belongsToOneOwner() {
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> FileJournal.open(directory, BOUND))
        .withMessageContaining(directory.toString())
        .withMessageContaining("another process or application uses this journal");
  }

  @Test
  void showsItsFilesToTheirOwnerAlone() throws IOException {
    Path inner = directory.resolve("inner");
    try (FileJournal made = FileJournal.open(inner, BOUND)) {
      made.cursor("reader");
      made.append(new byte[1]);

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)))
          .isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(inner)) {
        assertThat(files.toList())
            .hasSize(4)
            .allSatisfy(file -> assertThat(
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void writesAndReadsOnThreadsThatAreInterrupted() {
    Cursor cursor = journal.cursor("reader");
    append("a");
    cursor.next(ALL, ALL);

    Thread.currentThread().interrupt();
    append("b");
    boolean isStillInterrupted = Thread.currentThread().isInterrupted();
    List<byte[]> read = cursor.next(ALL, ALL);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(isStillInterrupted).isTrue();
    assertThat(texts(read)).containsExactly("a", "b");
  }

  @Test
  void saysWhatItCouldNotWriteAndGoesOnWhenItCanAgain() throws IOException {
    Cursor cursor = journal.cursor("reader");
    Path taken = directory.resolveSibling(directory.getFileName() + "-away");
    Files.move(directory, taken);

    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> append("a"));

    Files.move(taken, directory);
    append("b");
    assertThat(texts(cursor.next(ALL, ALL))).containsExactly("b");
    assertThat(cursor.lost()).isZero();
  }

  @Test
  void readsOnWhenAPositionCannotBeWritten() throws IOException {
    Files.createDirectory(directory.resolve("reader.position.new"));
    Cursor cursor = journal.cursor("reader");
    append("a", "b");
    cursor.next(ALL, ALL);
    cursor.advance(1);

    assertThat(texts(cursor.next(ALL, ALL))).containsExactly("b");
  }

  @Test
  void refusesABoundThatIsTooSmall() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FileJournal.open(directory.resolve("x"), 1_023))
        .withMessage("bound must be at least 1024, was 1023");
  }
}
