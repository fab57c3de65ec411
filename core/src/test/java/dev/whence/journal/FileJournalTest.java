package dev.whence.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
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
    Files.writeString(directory, "in the way");

    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> append("a"));

    Files.delete(directory);
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

  @Test
  void letsGoOfWhatIsTooOldAndCountsItApart() throws IOException {
    journal.cursor("reader");
    for (int i = 0; i < 100; i++) {
      append("%03d".formatted(i) + "x".repeat(97));
    }
    List<Path> segments = files(".whj");
    Instant old = Instant.now().minus(Duration.ofDays(8));
    for (Path segment : segments.subList(0, 2)) {
      Files.setLastModifiedTime(segment, FileTime.from(old));
    }

    FileJournal again = reopen();
    Cursor cursor = again.cursor("reader");
    again.expire(Instant.now().minus(Duration.ofDays(7)));

    assertThat(files(".whj")).isEqualTo(segments.subList(2, segments.size()));
    assertThat(cursor.expired()).isPositive().isEqualTo(cursor.lost());
    assertThat(cursor.waiting()).isEqualTo(100 - cursor.expired());
    List<byte[]> left = cursor.next(ALL, ALL);
    assertThat(left).hasSize((int) cursor.waiting());
    assertThat(new String(left.get(0), UTF_8)).startsWith("%03d".formatted(cursor.expired()));
  }

  @Test
  void letsGoOfAllThatIsTooOldAndGoesOnWithTheNumbers() throws IOException {
    Cursor cursor = journal.cursor("reader");
    append("a", "b");
    cursor.next(ALL, ALL);

    journal.expire(Instant.now().plusSeconds(10));
    append("c");

    assertThat(files(".whj")).hasSize(1);
    assertThat(cursor.expired()).isZero(); // in hand, so they can still be delivered
    cursor.advance(1);
    assertThat(cursor.lost()).isEqualTo(1);
    assertThat(texts(cursor.next(ALL, ALL))).containsExactly("c");
  }

  @Test
  void keepsWhatIsNewWhenTheClockIsSetBack() {
    Cursor cursor = journal.cursor("reader");
    append("a");

    journal.expire(Instant.now().minus(Duration.ofDays(4_000)));

    assertThat(texts(cursor.next(ALL, ALL))).containsExactly("a");
  }

  @Test
  void waitsForTheDeviceWheneverItIsAskedTo() {
    journal.sync();
    Cursor cursor = journal.cursor("reader");
    for (int i = 0; i < 100; i++) {
      append("x".repeat(100)); // through several segments
      journal.sync();
    }

    assertThat(cursor.waiting()).isEqualTo(100);
    journal.close();
    journal.sync();
  }

  @Test
  void anInterruptDuringTheWaitForTheDeviceHarmsNothing() {
    journal.cursor("reader");
    append("a");
    Thread.currentThread().interrupt();

    journal.sync();

    assertThat(Thread.interrupted()).isTrue();
    append("b");
    assertThat(texts(reopen().cursor("reader").next(ALL, ALL))).containsExactly("a", "b");
  }

  @Test
  void leavesNothingBehindWhenItIsDiscarded() throws IOException {
    journal.cursor("reader");
    append("a");

    journal.discard();

    assertThat(files(".whj")).isEmpty();
    assertThat(reopen().cursor("reader").waiting()).isZero();
  }

  @Test
  void goesOnWhenASegmentIsCutShortBeneathIt() throws IOException {
    Cursor cursor = journal.cursor("reader");
    append("a", "b", "c");
    try (FileChannel segment = FileChannel.open(files(".whj").get(0), StandardOpenOption.WRITE)) {
      segment.truncate(segment.size() / 2);
    }

    append("d");
    List<byte[]> read = cursor.next(ALL, ALL);
    cursor.advance(read.size());

    assertThat(texts(read)).containsExactly("a", "d");
    assertThat(cursor.lost()).isEqualTo(2);
  }

  @Test
  void goesOnWhenItsDirectoryIsRemovedBeneathIt() throws IOException {
    Path inner = directory.resolve("inner");
    try (FileJournal made = FileJournal.open(inner, 16 << 10)) {
      Cursor cursor = made.cursor("reader");
      for (int i = 0; i < 30; i++) {
        assertThat(made.append(new byte[100])).isPresent();
        if (i == 10) {
          removeWithAllInIt(inner);
        }
      }

      assertThat(cursor.waiting()).isEqualTo(30);
      List<byte[]> read = cursor.next(ALL, ALL);
      cursor.advance(read.size());
      assertThat(read).hasSizeBetween(1, 20);
      assertThat(cursor.lost()).isEqualTo(30 - read.size());
      assertThat(cursor.waiting()).isZero();
    }
  }

  private static void removeWithAllInIt(Path inner) throws IOException {
    try (Stream<Path> files = Files.list(inner)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(inner);
  }
}
