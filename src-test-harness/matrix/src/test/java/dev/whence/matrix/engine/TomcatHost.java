package dev.whence.matrix.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Tomcat, whichever version is on the class path. */
final class TomcatHost {
  private TomcatHost() {}

  static Host.Running start(Host.Program program) {
    Path directory = directory();
    Foreign tomcat = Foreign.make("org.apache.catalina.startup.Tomcat");
    tomcat.call("setBaseDir", directory.toString());
    Foreign connector = Foreign.make("org.apache.catalina.connector.Connector");
    connector.call("setPort", 0);
    connector.call("setProperty", "address", "127.0.0.1");
    tomcat.call("setConnector", connector);
    Foreign errors = Foreign.make("org.apache.catalina.valves.ErrorReportValve");
    errors.call("setShowReport", false);
    tomcat.call("getHost").call("getPipeline").call("addValve", errors);
    Foreign context = tomcat.call("addContext", Host.CONTEXT, directory.toString());
    context.call("setParentClassLoader", program.loader());
    context.call("addServletContainerInitializer", new Registration(program), Set.of());
    tomcat.call("start");
    return new Host.Running() {
      @Override
      public int port() {
        return connector.call("getLocalPort").as(Integer.class);
      }

      @Override
      public void close() {
        tomcat.call("stop");
        tomcat.call("destroy");
        System.clearProperty("catalina.home"); // else the next Tomcat makes the directory again
        delete(directory);
      }
    };
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("whence-tomcat");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
