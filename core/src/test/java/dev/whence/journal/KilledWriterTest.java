package dev.whence.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process while it appends, as {@code kill -9} does, and reads what it left. */
class KilledWriterTest {
  private static final int ROUNDS = Integer.getInteger("journal.kills", 5);
  private static final int THREADS = 8;
  private static final long BOUND = 64 << 20;

  @TempDir
  Path directory;

  @Test
  void leavesEveryFrameWhoseNumberItHadGot() throws Exception {
    Random random = new Random(42);
    for (int round = 0; round < ROUNDS; round++) {
      List<String> said = appendAndDie(200 + random.nextInt(3_000));

      assertThat(read()).containsAll(said).doesNotHaveDuplicates();
    }
  }

  /** Returns the frames that a process said it had appended before it was killed. */
  private List<String> appendAndDie(int lines) throws Exception {
    Process writer = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader out = writer.inputReader(UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        if (said.size() == lines) {
          writer.toHandle().destroyForcibly(); // leaves its output open
        }
      }
    }
    assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(said).hasSizeGreaterThanOrEqualTo(lines);
    said.remove(said.size() - 1); // it may have died in the middle of the line
    return said;
  }

  private List<String> read() throws IOException {
    try (FileJournal journal = FileJournal.open(directory, BOUND)) {
      new PositionFile(directory, "reader").write(0);
      Cursor cursor = journal.cursor("reader");
      List<String> frames = new ArrayList<>();
      for (List<byte[]> some = next(cursor); !some.isEmpty(); some = next(cursor)) {
        frames.addAll(JournalContract.texts(some));
        cursor.advance(some.size());
      }
      assertThat(cursor.lost()).isZero();
      return frames;
    }
  }

  private static List<byte[]> next(Cursor cursor) {
    return cursor.next(1 << 20, 1_000);
  }

  /** The process: many threads append, and say what they have appended. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws IOException {
      FileJournal journal = FileJournal.open(Path.of(arguments[0]), BOUND);
      journal.cursor("nobody");
      PrintStream out = new PrintStream(System.out, true, UTF_8);
      for (int i = 0; i < THREADS; i++) {
        String name = ProcessHandle.current().pid() + "-" + i + "-";
        new Thread(() -> appendForEver(journal, name, out)).start();
      }
    }

    private static void appendForEver(FileJournal journal, String name, PrintStream out) {
      for (int number = 0; ; number++) {
        String frame = name + number + "-" + "x".repeat(number % 500);
        if (journal.append(frame.getBytes(UTF_8)).isEmpty()) {
          throw new UncheckedIOException(new IOException("the journal is closed"));
        }
        out.println(frame);
      }
    }
  }
}
