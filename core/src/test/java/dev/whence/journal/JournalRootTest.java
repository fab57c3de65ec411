package dev.whence.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals side by side: of instances at once, and of those that have ended. */
class JournalRootTest {
  @TempDir
  Path directory;

  private JournalRoot root;

  @BeforeEach
  void setUp() {
    root = new JournalRoot(directory, "shop", 1 << 20);
  }

  private static void append(Journal journal, String... texts) {
    for (String text : texts) {
      assertThat(journal.append(text.getBytes(UTF_8))).isPresent();
    }
  }

  @Test
  void theNextStartGoesOnWithTheFirstThatIsFree() throws Exception {
    FileJournal one = root.claim();
    FileJournal two = root.claim();
    one.close();

    FileJournal again = root.claim();

    try (Stream<Path> journals = Files.list(directory)) {
      assertThat(journals).hasSize(2);
    }
    two.close();
    again.close();
  }

  @Test
  void findsWhatNobodyHasOpenAndThatHoldsSomething() throws Exception {
    FileJournal mine = root.claim();
    FileJournal left = root.claim();
    FileJournal open = root.claim();
    FileJournal empty = root.claim();
    left.cursor("reader");
    append(left, "a", "b");
    append(open, "c");
    left.close();
    empty.close();

    List<Journal> orphans = mine.orphans();

    assertThat(orphans).hasSize(1);
    Cursor cursor = orphans.get(0).cursor("reader");
    assertThat(JournalContract.texts(cursor.next(1_000, 1_000))).containsExactly("a", "b");
    assertThat(mine.orphans()).isEmpty();
    orphans.get(0).discard();
    assertThat(mine.orphans()).isEmpty();
    open.close();
    mine.close();
  }

  @Test
  void findsNothingThatIsAnothersBusiness() throws Exception {
    FileJournal other = new JournalRoot(directory, "bank", 1 << 20).claim();
    append(other, "a");
    other.close();
    Files.createDirectories(directory.resolve("shop-7x"));
    Files.writeString(directory.resolve("shop-9"), "a file");

    try (FileJournal mine = root.claim()) {
      assertThat(mine.orphans()).isEmpty();
    }
  }

  @Test
  void anotherProcessCannotTakeAJournalThatAnInstanceBesideItsOwnerLookedAt() throws Exception {
    try (FileJournal mine = root.claim();
        FileJournal beside = root.claim()) {
      append(mine, "a");
      assertThat(beside.orphans()).isEmpty();

      assertThat(claimedByAnotherProcess(directory)).isEqualTo("shop-3");
    }
  }

  @Test
  void anotherProcessCanTakeTheJournalOfOneThatDied() throws Exception {
    assertThat(claimedByAnotherProcess(directory)).isEqualTo("shop-1");
    assertThat(Files.exists(directory.resolve("shop-1").resolve("owner"))).isTrue();

    assertThat(claimedByAnotherProcess(directory)).isEqualTo("shop-1");
  }

  /** Returns the name of the journal that a process took that has died since. */
  static String claimedByAnotherProcess(Path directory) throws Exception {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Claimant.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  /** The process: claims a journal, says which, and dies. */
  static final class Claimant {
    private Claimant() {}

    public static void main(String[] arguments) throws IOException {
      FileJournal journal = new JournalRoot(Path.of(arguments[0]), "shop", 1 << 20).claim();
      System.out.println(journal.directory().getFileName());
      System.out.flush();
      Runtime.getRuntime().halt(1);
    }
  }
}
