package dev.whence.matrix.stranger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The Maven that runs this build, with a local repository of its own.
 *
 * <p>What that lacks comes from the machine's local repository, which is only read, and what is not
 * there from where the machine has it from.
 */
final class Maven {
  /** This machine's local repository. */
  static final Path MACHINES = Path.of(property("maven.repository"));

  private static final long PATIENCE_MINUTES = 5;

  private static final String SETTINGS = """
      <settings>
        <profiles>
          <profile>
            <id>this-machine</id>
            <repositories>
              <repository>%1$s</repository>
            </repositories>
            <pluginRepositories>
              <pluginRepository>%1$s</pluginRepository>
            </pluginRepositories>
          </profile>
        </profiles>
        <activeProfiles><activeProfile>this-machine</activeProfile></activeProfiles>
      </settings>
      """;

  private static final String THIS_MACHINE = """
      <id>this-machine</id>
      <url>%s</url>
      <releases><checksumPolicy>ignore</checksumPolicy></releases>
      <snapshots><enabled>false</enabled></snapshots>
      """;

  private final Path directory;

  /**
   * Makes one that keeps all that it needs in a directory.
   *
   * @param directory one that is there
   */
  Maven(Path directory) throws IOException {
    this.directory = directory;
    String thisMachine = THIS_MACHINE.formatted(MACHINES.toUri());
    Files.writeString(directory.resolve("settings.xml"), SETTINGS.formatted(thisMachine));
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("no property " + name + ": run this test with mvn verify");
    }
    return value;
  }

  Path localRepository() {
    return directory.resolve("repository");
  }

  /** Runs {@code mvn package} in a project's directory; what it says is in the failure. */
  void packageIn(Path project) throws IOException, InterruptedException {
    Path log = directory.resolve("log");
    ProcessBuilder builder = new ProcessBuilder(command())
        .directory(project.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", property("java.home"));
    Process process = builder.start();
    try {
      boolean hasEnded = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      if (!hasEnded || process.exitValue() != 0) {
        throw new AssertionError(
            (hasEnded ? "failed:\n" : "hung:\n") + Files.readString(log, UTF_8));
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    String windows = property("os.name").toLowerCase(Locale.ROOT).startsWith("win") ? ".cmd" : "";
    command.add(Path.of(property("maven.home"), "bin", "mvn" + windows).toString());
    command.addAll(List.of("-q", "-B", "-gs", directory.resolve("settings.xml").toString()));
    if (Files.exists(Path.of(property("maven.settings")))) {
      command.addAll(List.of("-s", property("maven.settings")));
    }
    if (property("maven.mode").equals("offline: true")) {
      command.addAll(List.of("-o", "-Daether.offline.protocols=file"));
    }
    command.add("-Dmaven.repo.local=" + localRepository());
    command.add("package");
    return command;
  }
}
