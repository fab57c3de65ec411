package dev.whence.matrix.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.whence.Whence;
import dev.whence.matrix.container.Application;
import dev.whence.matrix.container.Container;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a request that goes well allocates on its server's threads, with the filter and without. */
@Tag("alone")
class AllocationTest {
  private static final int WARM_UP = 20_000;
  private static final int REQUESTS = 2_000;
  private static final int ROUNDS = 9;
  private static final int MOST_ROUNDS = 60;
  private static final long BOUND = 512;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final class HelloServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getOutputStream().write(new byte[20]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHealthyRequestAllocatesLittleMoreWithTheFilter(Engine engine) throws Exception {
    Whence whence = Whence.builder().environmentVariables(Map.of()).build();
    try (Container container = engine.start()) {
      container.deploy(Application.at("/bare").servlet(new HelloServlet(), "/hello"));
      container.deploy(Application.at("/whence")
          .filter(new WhenceFilter(whence))
          .servlet(new HelloServlet(), "/hello"));
      URI bare = URI.create("http://127.0.0.1:" + container.port() + "/bare/hello");
      URI filtered = URI.create("http://127.0.0.1:" + container.port() + "/whence/hello");
      request(bare, WARM_UP);
      request(filtered, WARM_UP);

      long without = Long.MAX_VALUE;
      long with = Long.MAX_VALUE;
      for (int round = 0; isToGoOn(round, with - without); round++) {
        without = Math.min(without, allocated(bare));
        with = Math.min(with, allocated(filtered));
      }

      System.out.println(engine + ": a healthy request allocates " + (with - without) + " B more");
      assertThat(with - without).isBetween(1L, BOUND);
      assertThat(whence.health().captured()).isZero();
    } finally {
      whence.close();
    }
  }

  /** Says whether to measure again: longer where a busy machine has yet to compile all. */
  private static boolean isToGoOn(int round, long more) {
    return round < ROUNDS || (more > BOUND && round < MOST_ROUNDS);
  }

  /** Returns the bytes that one request allocates on all threads but this. */
  private long allocated(URI uri) throws IOException {
    long before = ofOthers();
    request(uri, REQUESTS);
    return (ofOthers() - before) / REQUESTS;
  }

  private long ofOthers() {
    long all = Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
        .sum();
    return all - threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static void request(URI uri, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      try (InputStream in = connection.getInputStream()) {
        assertThat(in.readAllBytes()).hasSize(20);
      }
    }
  }
}
