package dev.whence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Doctor as one calls it: a process with core and jackson-core on its class path. */
class DoctorProcessTest {
  @TempDir
  private Path folder;

  private static String place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  private Consultation run(String classPath, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Dwhence.release=shop@1",
        "-cp",
        classPath,
        "dev.whence.Doctor"));
    command.addAll(List.of(args));
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectOutput(output.toFile())
        .redirectError(folder.resolve("errors").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(folder.resolve("errors")).isEmptyFile();
    return new Consultation(process.exitValue(), Files.readAllLines(output, UTF_8));
  }

  private static String classPath() throws URISyntaxException {
    return place(Whence.class) + File.pathSeparator + place(JsonFactory.class);
  }

  @Test
  void exitsWith0WhereAllIsWell() throws Exception {
    try (Ingest ingest = Ingest.start()) {
      Consultation doctor = run(classPath(), Map.of("SENTRY_DSN", ingest.dsn()));

      assertThat(doctor.status()).as(doctor.text()).isZero();
      assertThat(doctor.lines())
          .contains("  release = shop@1 (system property whence.release)")
          .last()
          .asString()
          .startsWith("0 failed, 0 to be looked at, ");
      doctor.assertPasses("sentry-event");
      assertThat(ingest.eventCount()).isEqualTo(1);
    }
  }

  @Test
  void exitsWith1WhereSomethingFails() throws Exception {
    try (Ingest ingest = Ingest.start()) {
      ingest.answer(Answer.status(403));

      run(classPath(), Map.of("SENTRY_DSN", ingest.dsn()))
          .assertFails("sentry-event", "the answer was 403", "copy the DSN again");
    }
  }

  @Test
  void exitsWith2WhereAnArgumentIsWrong() throws Exception {
    assertThat(run(classPath(), Map.of(), "--sned").status()).isEqualTo(2);
  }

  @Test
  void saysThatJacksonIsMissing() throws Exception {
    try (Ingest ingest = Ingest.start()) {
      run(place(Whence.class), Map.of("SENTRY_DSN", ingest.dsn()))
          .assertFails("jackson-core", "not on the class path", "com.fasterxml.jackson.core")
          .assertPasses("sentry-connection");
    }
  }

  @Test
  void saysThatACustomizerFails() throws Exception {
    Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
    Files.writeString(
        services.resolve("dev.whence.WhenceCustomizer"), "com.example.Missing", UTF_8);

    run(classPath() + File.pathSeparator + folder.resolve("classes"), Map.of())
        .assertFails("settings", "com.example.Missing", "META-INF/services");
  }
}
