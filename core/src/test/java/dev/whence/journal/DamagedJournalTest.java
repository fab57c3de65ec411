package dev.whence.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages a segment in every place: what is whole comes out, nothing else does. */
class DamagedJournalTest {
  private static final int FLIPS = Integer.getInteger("journal.flips", 1_000);
  private static final int RECORDS = 80;
  private static final long BOUND = 1 << 20;

  @TempDir
  Path directory;

  private final Random random = new Random(42);
  private final List<String> frames = new ArrayList<>();
  private Path segment;
  private byte[] whole;

  @BeforeEach
  void writeOneSegment() throws IOException {
    try (FileJournal journal = FileJournal.open(directory, BOUND)) {
      journal.cursor("reader");
      for (int i = 0; i < RECORDS; i++) {
        frames.add("{\"n\":" + i + ",\"text\":\"" + "é".repeat(random.nextInt(150)) + "\"}");
        journal.append(frames.get(i).getBytes(UTF_8));
      }
    }
    try (Stream<Path> files = Files.list(directory)) {
      segment =
          files.filter(file -> file.toString().endsWith(".whj")).findFirst().orElseThrow();
    }
    whole = Files.readAllBytes(segment);
  }

  @Test
  void readsAllRecordsButTheOneWithAFlippedByte() throws IOException {
    assertThat(whole.length).isGreaterThan(10_000);
    for (int i = 0; i < FLIPS; i++) {
      int at = FLIPS < whole.length ? random.nextInt(whole.length) : i % whole.length;
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << random.nextInt(8));

      assertThat(read(damaged)).as("byte %d", at).isEqualTo(without(recordAt(at)));
    }
  }

  @Test
  void readsTheRecordsBeforeACutAndNoMore() throws IOException {
    for (int length = 0; length < whole.length; length += 37) {
      List<String> before = frames.subList(0, recordAt(length));

      assertThat(read(Arrays.copyOf(whole, length))).as("cut at %d", length).isEqualTo(before);
    }
  }

  @Test
  void readsTheRecordsBehindGarbage() throws IOException {
    for (int round = 0; round < 200; round++) {
      byte[] damaged = whole.clone();
      int from = random.nextInt(whole.length - 100);
      int length = 1 + random.nextInt(99);
      for (int i = from; i < from + length; i++) {
        damaged[i] = (byte) random.nextInt(256);
      }
      int first = recordAt(from);
      int last = recordAt(from + length - 1);

      List<String> read = read(damaged);

      assertThat(read).containsAll(frames.subList(0, first));
      assertThat(read).containsAll(frames.subList(last + 1, RECORDS));
      assertThat(frames).containsAll(read);
    }
  }

  @Test
  void takesNoRecordOfAnotherSegmentForItsOwn() throws IOException {
    byte[] twice = Arrays.copyOf(whole, 2 * whole.length);
    System.arraycopy(whole, 0, twice, whole.length, whole.length);

    assertThat(read(twice)).isEqualTo(frames);

    String name = segment.getFileName().toString();
    Path salted = segment.resolveSibling(name.substring(0, 17) + "00000000.whj");
    Files.delete(segment);
    segment = salted;

    assertThat(read(whole)).isEmpty();
  }

  private List<String> read(byte[] damaged) throws IOException {
    Path copy = Files.createTempDirectory(directory, "copy");
    Files.write(copy.resolve(segment.getFileName()), damaged);
    try (FileJournal journal = FileJournal.open(copy, BOUND)) {
      new PositionFile(copy, "reader").write(0);
      Cursor cursor = journal.cursor("reader");
      List<String> read = new ArrayList<>();
      for (List<byte[]> some = cursor.next(2_000, 7);
          !some.isEmpty();
          some = cursor.next(2_000, 7)) {
        read.addAll(JournalContract.texts(some));
        cursor.advance(some.size());
      }
      assertThat(cursor.waiting()).isZero();
      return read;
    }
  }

  private List<String> without(int record) {
    return IntStream.range(0, RECORDS)
        .filter(i -> i != record)
        .mapToObj(frames::get)
        .toList();
  }

  /** Returns which record the byte {@code at} is of. */
  private int recordAt(int at) {
    int end = 0;
    for (int i = 0; i < RECORDS; i++) {
      end += RecordFormat.HEADER + frames.get(i).getBytes(UTF_8).length;
      if (at < end) {
        return i;
      }
    }
    return RECORDS;
  }
}
