package dev.whence.redis;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Redis server of its own for each class of tests, which asks for a password. */
public final class RealRedis implements BeforeAllCallback, AfterAllCallback {
  public static final String HOST = "127.0.0.1";
  public static final String PASSWORD = "planted-password-NotReal";

  private static final int MOST_STARTS = 5;

  private @Nullable Path directory;
  private @Nullable Process server;
  private int port;

  public int port() {
    return port;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Path made = Files.createTempDirectory("redis");
    directory = made;
    Path program = programIn(made);
    for (int i = 0; i < MOST_STARTS; i++) {
      if (start(program)) {
        return;
      }
    }
    throw new IOException("redis does not start: " + program);
  }

  private static Path programIn(Path directory) throws IOException {
    Path program = directory.resolve("redis-server");
    try (InputStream bytes =
        Objects.requireNonNull(RealRedis.class.getResourceAsStream(resource()))) {
      Files.copy(bytes, program);
    }
    assumeTrue(program.toFile().setExecutable(true));
    return program;
  }

  /** The servers that there are run on machines of one kind. */
  private static String resource() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    assumeTrue(
        System.getProperty("os.arch").matches("amd64|x86_64"), "no server for this processor");
    assumeTrue(system.matches("(linux|mac).*"), "no server for this system");
    return "/redis-server-2.8.19" + (system.startsWith("mac") ? ".app" : "");
  }

  /** Another process may take the port in between; then the server ends without being ready. */
  private boolean start(Path program) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process started = new ProcessBuilder(
            program.toString(),
            "--port",
            String.valueOf(port),
            "--bind",
            HOST,
            "--requirepass",
            PASSWORD,
            "--save",
            "")
        .redirectErrorStream(true)
        .start();
    server = started;
    BufferedReader log = started.inputReader(StandardCharsets.UTF_8);
    return log.lines().anyMatch(line -> line.contains("ready to accept connections"));
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (server != null) {
      server.destroyForcibly().onExit().join();
    }
    if (directory != null) {
      Files.deleteIfExists(directory.resolve("redis-server"));
      Files.deleteIfExists(directory);
    }
  }
}
