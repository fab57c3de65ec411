package dev.whence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.Whence;
import dev.whence.junit.RecordingReporter;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An application that brings Whence along, asks a database, and is undeployed. */
class RedeployTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();

  @Test
  void leavesNothingBehind() throws Exception {
    WeakReference<ClassLoader> application = live();

    long end = System.nanoTime() + PATIENCE.toNanos();
    do {
      System.gc();
    } while (collected.remove(50) == null && System.nanoTime() < end);

    assertThat(application.get()).isNull();
  }

  /** A method of its own, so that no variable of the test holds on to the application. */
  private WeakReference<ClassLoader> live() throws Exception {
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(classPath(), platform)) {
      Thread.currentThread().setContextClassLoader(loader);
      Class<?> type = loader.loadClass(ShortLife.class.getName());
      ((Runnable) type.getDeclaredConstructor().newInstance()).run();

      assertThat(type).isNotSameAs(ShortLife.class);
      return new WeakReference<>(loader, collected);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static URL[] classPath() {
    return Stream.of(
            WhenceDataSource.class,
            ShortLife.class,
            Whence.class,
            RecordingReporter.class,
            JsonFactory.class,
            ObjectMapper.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .toArray(URL[]::new);
  }
}
