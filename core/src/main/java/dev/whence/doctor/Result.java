package dev.whence.doctor;

import dev.whence.report.check.Finding;
import java.util.List;

/** What one check found. */
public record Result(String check, Finding finding) {
  /** Returns the finding, and in a line of its own what to do about it. */
  public List<String> lines() {
    String remedy = finding.remedy();
    return remedy == null ? List.of(head()) : List.of(head(), "     " + remedy);
  }

  /** Returns all of it in one line. */
  public String line() {
    String remedy = finding.remedy();
    return remedy == null ? head() : head() + "; " + remedy;
  }

  private String head() {
    return finding.verdict() + " " + check + ": " + finding.text();
  }
}
