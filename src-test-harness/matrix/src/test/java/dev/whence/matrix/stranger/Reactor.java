package dev.whence.matrix.stranger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** This build's own files and versions. */
final class Reactor {
  private static final Path ROOT = Path.of("..", "..");
  private static final String GROUP = "dev/whence";

  private Reactor() {}

  static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the version that the root POM pins for one of Maven's plugins. */
  static String pluginVersion(String name) {
    return pinned(Pattern.quote("<artifactId>" + name + "</artifactId>") + "\\s*<version>(.+?)<");
  }

  /** Returns a property of the root POM. */
  static String property(String name) {
    return pinned(Pattern.quote('<' + name + '>') + "(.+?)<");
  }

  private static String version() {
    return pinned("<artifactId>whence-parent</artifactId>\\s*<version>(.+?)<");
  }

  private static String pinned(String regex) {
    Matcher matcher = Pattern.compile(regex).matcher(read("pom.xml"));
    if (!matcher.find()) {
      throw new AssertionError("the root POM has nothing that matches " + regex);
    }
    return matcher.group(1);
  }

  /** Puts what the build publishes for the filter into a local repository, as if installed. */
  static void installInto(Path repository) throws IOException {
    install(repository, "whence-parent", ROOT);
    install(repository, "whence-core", ROOT.resolve("core"));
    install(repository, "whence-filter", ROOT.resolve("filter"));
  }

  private static void install(Path repository, String artifact, Path module) throws IOException {
    String name = artifact + '-' + version();
    Path folder = repository.resolve(GROUP).resolve(artifact).resolve(version());
    Files.createDirectories(folder);
    Files.copy(module.resolve("pom.xml"), folder.resolve(name + ".pom"));
    if (!module.equals(ROOT)) {
      Files.copy(module.resolve("target/" + name + ".jar"), folder.resolve(name + ".jar"));
    }
  }

  /** Returns whether anything of this build is in a local repository. */
  static boolean isIn(Path repository) {
    return Files.exists(repository.resolve(GROUP));
  }
}
