package dev.whence.matrix.redeploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import dev.whence.Whence;
import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import dev.whence.matrix.container.Container;
import dev.whence.matrix.container.Deployment;
import dev.whence.matrix.container.Engine;
import dev.whence.matrix.container.WebDirectory;
import dev.whence.matrix.load.ThreadLocals;
import dev.whence.servlet.WhenceFilter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.management.ObjectName;
import org.example.redeploy.FailingServlet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;

/** An application that goes leaves nothing behind, though its receiver never answers. */
class RedeployTest {
  /** 5 in every build, 50 in the full one. */
  private static final int ROUNDS = Integer.getInteger("redeploy.rounds", 5);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String WEB_XML = """
        <filter>
          <filter-name>whence</filter-name>
          <filter-class>dev.whence.servlet.WhenceFilter</filter-class>
          <async-supported>true</async-supported>
          <init-param><param-name>dsn</param-name><param-value>%s</param-value></init-param>
          <init-param><param-name>debug</param-name><param-value>true</param-value></init-param>
          <init-param><param-name>%s</param-name><param-value>%s</param-value></init-param>
          <init-param>
            <param-name>close-timeout</param-name><param-value>300ms</param-value>
          </init-param>
        </filter>
        <filter-mapping>
          <filter-name>whence</filter-name><url-pattern>/*</url-pattern>
        </filter-mapping>
        <servlet>
          <servlet-name>failing</servlet-name>
          <servlet-class>org.example.redeploy.FailingServlet</servlet-class>
        </servlet>
        <servlet-mapping>
          <servlet-name>failing</servlet-name><url-pattern>/fail</url-pattern>
        </servlet-mapping>
      """;

  private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftOfAnApplicationThatIsGone(Engine engine, @TempDir Path directory)
      throws Exception {
    liveAndGo(engine, directory, "journal-mode", "memory");
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftButAJournal(Engine engine, @TempDir Path directory, @TempDir Path journal)
      throws Exception {
    liveAndGo(engine, directory, "journal-dir", journal.toString());
  }

  private void liveAndGo(Engine engine, Path directory, String setting, String text)
      throws Exception {
    try (Ingest ingest = Ingest.start();
        Container container = engine.start()) {
      ingest.answer(Answer.hang());
      WebDirectory application = new WebDirectory(directory, "/shop")
          .webXml(WEB_XML.formatted(ingest.dsn(), setting, text))
          .packageOf(FailingServlet.class)
          .libraries(Whence.class, WhenceFilter.class, JsonFactory.class, MDC.class);
      for (int round = 1; round <= ROUNDS; round++) {
        live(container, application, ingest);
      }

      assertThat(threadsOfOurs()).isEmpty();
      assertThat(beansOfOurs()).isEmpty();
      awaitCollected();
      assertThat(ThreadLocals.contents())
          .extracting(value -> value.getClass().getName())
          .noneMatch(name -> name.startsWith("dev.whence."));
    }
  }

  /**
   * Deploys, fails once, waits until the receiver has the event and hangs, undeploys. A method of
   * its own, so that no variable of the test holds on to the application.
   */
  private void live(Container container, WebDirectory application, Ingest ingest) throws Exception {
    try (Deployment deployment = container.deploy(application)) {
      assertThat(status(container.port())).isEqualTo(500);
      ingest.awaitRequests(loaders.size() + 1, PATIENCE);
      loaders.add(new WeakReference<>(deployment.context().getClassLoader(), collected));
    }
  }

  /** Closes its connection, since Jetty keeps with an open one the application it last served. */
  private static int status(int port) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/shop/fail");
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestProperty("Connection", "close");
    return connection.getResponseCode();
  }

  private static List<String> threadsOfOurs() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("whence-") && !name.startsWith("whence-ingest"))
        .toList();
  }

  private static List<ObjectName> beansOfOurs() throws Exception {
    return List.copyOf(ManagementFactory.getPlatformMBeanServer()
        .queryNames(new ObjectName("dev.whence:*"), null));
  }

  private void awaitCollected() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    int gone = 0;
    while (gone < loaders.size() && System.nanoTime() < end) {
      System.gc();
      if (collected.remove(100) != null) {
        gone++;
      }
    }
    assertThat(gone).as("class loaders collected").isEqualTo(loaders.size());
  }
}
