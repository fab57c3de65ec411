package dev.whence.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.report.check.Check;
import dev.whence.report.check.Finding;
import dev.whence.report.check.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExaminationTest {
  private final List<String> lines = new ArrayList<>();
  private final Examination examination =
      new Examination(false, result -> lines.addAll(result.lines()));

  private static Check check(String name, Finding finding) {
    return Check.of(name, () -> finding);
  }

  @Test
  void skipsWhatReliesOnWhatFailed() {
    examination.runInOrder(List.of(
        check("one", Finding.warn("so so", "look")),
        check("two", Finding.fail("bad", "mend it")),
        check("three", Finding.pass("never said")),
        check("four", Finding.pass("never said"))));

    assertThat(lines)
        .containsExactly(
            "WARN one: so so",
            "     look",
            "FAIL two: bad",
            "     mend it",
            "SKIP three: not examined, since two failed",
            "SKIP four: not examined, since two failed");
    assertThat(examination.count(Verdict.FAIL)).isEqualTo(1);
    assertThat(examination.count(Verdict.SKIP)).isEqualTo(2);
  }

  @Test
  void runsNothingThatSends() {
    examination.run(Check.sending("event", () -> Finding.pass("sent")));

    assertThat(lines).containsExactly("SKIP event: nothing is sent in this examination");
  }

  @Test
  void namesACheckThatFailsItselfButNotWhatItSays() {
    examination.run(Check.of("broken", () -> {
      throw new IllegalStateException("password hunter2");
    }));
    examination.run(Check.of("unlinked", () -> {
      throw new NoClassDefFoundError("some/Library");
    }));

    assertThat(lines)
        .contains(
            "FAIL broken: the check itself failed with java.lang.IllegalStateException",
            "FAIL unlinked: the check itself failed with java.lang.NoClassDefFoundError")
        .noneMatch(line -> line.contains("hunter2"));
  }

  @Test
  void tellsNothingOnceItsThreadIsInterrupted() {
    examination.run(Check.of("interrupted", () -> {
      Thread.currentThread().interrupt();
      return Finding.fail("interrupted", "nothing");
    }));
    examination.run(check("later", Finding.pass("never said")));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(lines).isEmpty();
  }

  @Test
  void keepsWhatAReceiverSaysInOneLine() {
    examination.run(check("event", Finding.fail("no\nPASS event: forged", "mend\r\nit")));

    assertThat(lines).containsExactly("FAIL event: no?PASS event: forged", "     mend??it");
  }
}
