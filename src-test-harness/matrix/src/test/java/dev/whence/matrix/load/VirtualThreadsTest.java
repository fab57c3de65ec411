package dev.whence.matrix.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The mixed load on virtual threads, where a JDK that has them lies beside the one in use. */
class VirtualThreadsTest {
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
  private static final int REQUESTS = Integer.getInteger("load.requests", 5_000);

  @Test
  void nothingOfOneRequestIsSeenInAnotherOnVirtualThreads() throws Exception {
    Optional<Path> home = newerJdk();
    assumeTrue(home.isPresent(), "skipped: needs a JDK 21 or newer beside the one in use");

    Process child = new ProcessBuilder(
            home.get().resolve("bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            VirtualThreadsMain.class.getName(),
            String.valueOf(REQUESTS))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    String output = new String(child.getInputStream().readAllBytes(), UTF_8);

    assertThat(child.waitFor()).isZero();
    assertThat(output.lines())
        .contains(
            "flushed true",
            "requests seen " + REQUESTS,
            "transactions seen " + REQUESTS,
            "on virtual threads true",
            "complaints []",
            "faults {}");
  }

  /** Looks at the JDK in use, then at its neighbours. */
  private static Optional<Path> newerJdk() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> neighbours = Files.list(own.getParent())) {
      return Stream.concat(Stream.of(own), neighbours.sorted())
          .filter(VirtualThreadsTest::hasVirtualThreads)
          .findFirst();
    }
  }

  private static boolean hasVirtualThreads(Path home) {
    Properties release = new Properties();
    try (var file = Files.newBufferedReader(home.resolve("release"))) {
      release.load(file);
    } catch (IOException e) {
      return false; // no JDK
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    String major = version.replaceFirst("\\D.*", "");
    return !major.isEmpty()
        && Integer.parseInt(major) >= FIRST_WITH_VIRTUAL_THREADS
        && Files.isExecutable(home.resolve("bin/java"));
  }
}
