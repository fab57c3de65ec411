package dev.whence.matrix.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/engines.md says is what the contract holds. */
class EnginesPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "engines.md");

  static List<Deviation> deviations() {
    return Deviations.all();
  }

  /** Returns the page with the tables as they are to be. */
  private static String withTables(String page) {
    return with(
        with(page, "behaviours", EnginesPage.behaviours()),
        "differences",
        EnginesPage.differences());
  }

  private static String with(String page, String name, String table) {
    String start = "<!-- " + name + ": written by the tests -->\n\n";
    String end = "\n<!-- end of " + name + " -->";
    int from = page.indexOf(start) + start.length();
    return page.substring(0, from) + table + page.substring(page.indexOf(end, from));
  }

  /** With {@code -Dengines.page=write} the page becomes what it is to be. */
  @Test
  void thePageShowsTheContractAndAllThatDiffers() throws IOException {
    String page = Files.readString(PAGE);

    String wanted = withTables(page);

    if (System.getProperty("engines.page", "").equals("write")) {
      Files.write(PAGE, wanted.getBytes(UTF_8));
    } else {
      assertThat(page).isEqualTo(wanted);
    }
  }

  @Test
  void noTwoBehavioursAreTheSame() {
    assertThat(Behaviours.all()).extracting(Behaviour::name).doesNotHaveDuplicates();
    assertThat(Behaviours.all()).extracting(Behaviour::requestId).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("deviations")
  void aDeviationIsAboutBehavioursThatThereAre(Deviation deviation) {
    assertThat(Behaviours.all()).extracting(Behaviour::name).containsAll(deviation.behaviours());
  }

  @ParameterizedTest
  @MethodSource("deviations")
  void aDeviationChangesWhatIsToBeExpected(Deviation deviation) {
    for (Behaviour behaviour : Behaviours.all()) {
      if (deviation.isAbout(behaviour)) {
        Expected expected = Expected.of(behaviour);

        assertThat(deviation.change().apply(expected)).as(behaviour.name()).isNotEqualTo(expected);
      }
    }
  }
}
