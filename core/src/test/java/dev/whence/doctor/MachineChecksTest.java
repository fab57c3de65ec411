package dev.whence.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.Version;
import dev.whence.report.check.Finding;
import dev.whence.report.check.Finding.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineChecksTest {
  @ParameterizedTest
  @CsvSource({"2, 15, FAIL", "2, 16, PASS", "2, 21, PASS", "1, 99, FAIL", "3, 0, FAIL"})
  void knowsWhichJacksonFits(int major, int minor, Verdict verdict) {
    Finding finding = MachineChecks.jackson(
        new Version(major, minor, 0, null, "com.fasterxml.jackson.core", "jackson-core"));

    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.text()).startsWith(major + "." + minor + ".0");
  }
}
