package dev.whence.doctor;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.json.PackageVersion;
import dev.whence.report.check.Check;
import dev.whence.report.check.Finding;
import java.util.List;

/** What Whence finds around itself, whatever is set. */
final class MachineChecks {
  private static final int LEAST_MAJOR = 2;
  private static final int LEAST_MINOR = 16;

  private MachineChecks() {}

  static List<Check> all() {
    return List.of(
        Check.of("java", MachineChecks::java), Check.of("jackson-core", MachineChecks::jackson));
  }

  private static Finding java() {
    return Finding.pass(Runtime.version() + " of " + System.getProperty("java.vendor"));
  }

  private static Finding jackson() {
    try {
      return jackson(PackageVersion.VERSION);
    } catch (LinkageError e) {
      return Finding.fail(
          "not on the class path",
          "add com.fasterxml.jackson.core:jackson-core, 2.16 or newer, to the class path");
    }
  }

  static Finding jackson(Version version) {
    boolean fits =
        version.getMajorVersion() == LEAST_MAJOR && version.getMinorVersion() >= LEAST_MINOR;
    return fits
        ? Finding.pass(version.toString())
        : Finding.fail(
            version + " is not what Whence is made for",
            "use a version 2 of jackson-core from 2.16 on; an older one may come first on the"
                + " class path");
  }
}
