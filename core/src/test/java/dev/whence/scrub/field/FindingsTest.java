package dev.whence.scrub.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.text.Rule;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private final Tally tally = new Tally();
  private final Findings findings = new Findings(tally);

  @Test
  void knowWhereTheyAre() {
    int root = findings.enter("a");
    int inside = findings.enter("b");
    findings.hit(Rule.KEY, 7);
    findings.leave(inside);
    findings.enter("xcd", 1, 2);
    findings.hit(Rule.EMAIL, 8);
    findings.leave(root);
    findings.failure();

    assertThat(findings.listed())
        .containsExactly(
            Map.of("path", "a.b", "rule", "key", "length", 7),
            Map.of("path", "a.c", "rule", "email", "length", 8),
            Map.of("path", "", "rule", "failed", "length", 0));
    assertThat(findings.mark()).isZero();
    assertThat(tally.counts()).isEqualTo(Map.of("key", 1L, "email", 1L, "failed", 1L));
    assertThat(tally.failures()).isEqualTo(1);
  }

  @Test
  void cutLongNames() {
    int mark = findings.enter("n".repeat(101));
    findings.hit(Rule.KEY, 1);
    findings.leave(mark);
    findings.enter("x" + "m".repeat(101), 1, 102);
    findings.hit(Rule.KEY, 1);

    assertThat(findings.listed())
        .extracting(finding -> finding.get("path"))
        .containsExactly("n".repeat(100), "m".repeat(100));
  }

  @Test
  void cutLongPaths() {
    IntStream.range(0, 50).forEach(i -> findings.enter("n".repeat(49)));
    findings.enter("xyz", 0, 3);
    findings.hit(Rule.KEY, 1);
    findings.leave(499);
    findings.enter("x");
    findings.enter("yz", 0, 2);
    findings.hit(Rule.KEY, 1);

    assertThat(findings.listed())
        .extracting(finding -> String.valueOf(finding.get("path")))
        .satisfiesExactly(
            path -> assertThat(path).hasSize(549).doesNotContain("x"),
            path -> assertThat(path).hasSize(501).endsWith(".x"));
  }

  @Test
  void areFiftyAtMostAndCountTheRest() {
    assertThat(findings.isEmpty()).isTrue();
    IntStream.range(0, 49).forEach(i -> findings.hit(Rule.KEY, i));
    assertThat(findings.isFull() || findings.isEmpty()).isFalse();
    findings.hit(Rule.KEY, 49);
    assertThat(findings.isFull()).isTrue();
    findings.hit(Rule.KEY, 50);
    findings.failure();

    assertThat(findings.listed()).hasSize(50);
    assertThat(findings.more()).isEqualTo(2);
    assertThat(tally.counts()).isEqualTo(Map.of("key", 51L, "failed", 1L));
  }
}
