package dev.whence.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that go, locks that are contested, and waits for the device that are interrupted. */
@Timeout(60)
class JournalTroubleTest {
  @TempDir
  Path directory;

  @Test
  void aLockOutlivesTheGarbageOfWhoeverTriedToTakeItAtTheSameTime() throws Exception {
    Path journal = Files.createDirectories(directory.resolve("shop-1"));
    // as another instance of this process has it that has not yet written its owner file
    try (FileChannel channel = FileChannel.open(
            journal.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(() -> DirectoryLock.of(journal))
            .isInstanceOf(JournalInUseException.class);
      }
      for (int i = 0; i < 20; i++) {
        System.gc();
      }

      assertThat(held.isValid()).isTrue();
      assertThat(JournalRootTest.claimedByAnotherProcess(directory)).isEqualTo("shop-2");
    }
  }

  @Test
  void ownFilesAreNoOrphansThoughSomebodyHasDeletedTheLock() throws Exception {
    FileJournal mine = new JournalRoot(directory, "shop", 1 << 20).claim();
    mine.append("a".getBytes(UTF_8));
    for (String name : List.of("lock", "owner")) { // as a cleaner of old files does
      Files.delete(directory.resolve("shop-1").resolve(name));
    }

    List<Journal> own = mine.orphans();
    int count = own.size();
    own.forEach(Journal::close);
    mine.close();
    assertThat(count).as("of its own journals it adopts").isZero();
  }

  @Test
  void anOldPositionDoesNotMakeNewRecordsLookRead() throws Exception {
    try (FileJournal journal = FileJournal.open(directory, 1 << 20)) {
      Cursor cursor = journal.cursor("one");
      for (String text : List.of("a", "b", "c")) {
        journal.append(text.getBytes(UTF_8));
      }
      cursor.next(1_000, 1_000);
      cursor.advance(3);
      journal.discard();
    }
    Path block = Files.createDirectory(directory.resolve("one.position.new")); // a full disk, say
    try (FileJournal journal = FileJournal.open(directory, 1 << 20)) {
      Cursor unused = journal.cursor("one");
      Files.delete(block);
      journal.append("d".getBytes(UTF_8));
      journal.append("e".getBytes(UTF_8));
    }

    try (FileJournal journal = FileJournal.open(directory, 1 << 20)) {
      assertThat(journal.cursor("one").waiting()).isEqualTo(2);
    }
  }

  @Test
  void aPositionThatCouldNotBeWrittenAtTheStartDoesNotMakeRecordsLookRead() throws Exception {
    Path block = Files.createDirectory(directory.resolve("one.position.new")); // a full disk, say
    try (FileJournal journal = FileJournal.open(directory, 1 << 20)) {
      Cursor unused = journal.cursor("one");
      Files.delete(block);
      journal.append("a".getBytes(UTF_8));
    }

    try (FileJournal journal = FileJournal.open(directory, 1 << 20)) {
      assertThat(journal.cursor("one").waiting()).isEqualTo(1);
    }
  }

  @Test
  void anInterruptWhileTheDeviceIsWaitedForLosesNothing() throws Exception {
    Thread writing = Thread.currentThread();
    AtomicBoolean isOver = new AtomicBoolean();
    Thread other = new Thread(() -> {
      while (!isOver.get()) {
        writing.interrupt();
      }
    });
    int failures = 0;
    try (FileJournal journal = FileJournal.open(directory, 1 << 20)) {
      other.start();
      for (int i = 0; i < 300; i++) {
        try {
          journal.append("a".getBytes(UTF_8));
          journal.sync();
        } catch (UncheckedIOException fault) {
          failures++;
        }
      }
    } finally {
      isOver.set(true);
      while (other.isAlive()) {
        Thread.onSpinWait();
      }
      boolean unused = Thread.interrupted();
    }
    assertThat(failures).isZero();
  }

  @Test
  void aCountThatCannotBeReadOfOthersIsNotCountedTwice() throws Exception {
    Path own = Files.createDirectory(directory.resolve("own"));
    Path other = Files.createDirectory(directory.resolve("other"));
    Path unreadable = Files.createDirectory(other.resolve("errors"));
    MonthFile count = new MonthFile("errors", own, List.of(own, other));
    YearMonth month = YearMonth.of(2026, 11);
    for (int i = 0; i < 3; i++) {
      try {
        long unused = count.add(month, 5);
        break;
      } catch (IOException fault) {
        assertThat(fault).isNotNull(); // "then nothing was added", so that it is tried again
      }
    }
    Files.delete(unreadable);
    Files.writeString(other.resolve("errors"), "2026-11 7\n", US_ASCII);

    assertThat(count.add(month, 0)).isIn(7L, 12L);
  }

  @Test
  void whatIsAppendedAfterSomebodyHasDeletedTheFilesCanBeRead() throws Exception {
    try (FileJournal journal = FileJournal.open(directory, 1 << 20)) {
      Cursor cursor = journal.cursor("one");
      journal.append("a".getBytes(UTF_8));
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".whj")).toList()) {
          Files.delete(file);
        }
      }

      for (int i = 0; i < 100; i++) {
        journal.append("b".getBytes(UTF_8));
      }

      assertThat(JournalContract.texts(cursor.next(1_000, 1_000))).contains("b");
    }
  }
}
