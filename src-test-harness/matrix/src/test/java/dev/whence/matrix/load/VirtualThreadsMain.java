package dev.whence.matrix.load;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.config.TraceKeys;
import dev.whence.servlet.WhenceFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The mixed load on a Jetty that serves most requests on virtual threads. A program of its own,
 * since it needs a newer JDK than the tests may have. Prints what it found.
 */
final class VirtualThreadsMain {
  private static final AtomicInteger ON_VIRTUAL_THREADS = new AtomicInteger();

  private VirtualThreadsMain() {}

  public static void main(String[] arguments) throws Exception {
    int requests = Integer.parseInt(arguments[0]);
    CheckingReporter reporter = new CheckingReporter();
    Whence whence = Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.INBOX_BYTES, "1GB")
        .set(Keys.JOURNAL_BYTES, "1GB")
        .set(TraceKeys.BYTES, "1GB")
        .tracesSampleRate(1)
        .reporter(reporter)
        .build();
    Server server = start(whence);
    new MixedLoad(((ServerConnector) server.getConnectors()[0]).getLocalPort(), requests).run();
    boolean isFlushed = whence.flush(Duration.ofMinutes(2));
    server.stop();
    whence.close();
    System.out.println("flushed " + isFlushed);
    System.out.println("on virtual threads " + (ON_VIRTUAL_THREADS.get() > 0));
    System.out.println("requests seen " + reporter.requestsSeen());
    System.out.println("transactions seen " + reporter.transactionsSeen());
    System.out.println("complaints " + reporter.complaints());
    System.out.println("faults " + whence.health().faults());
  }

  private static void count(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (Thread.currentThread().toString().startsWith("VirtualThread")) {
      ON_VIRTUAL_THREADS.incrementAndGet();
    }
    chain.doFilter(request, response);
  }

  private static Server start(Whence whence) throws Exception {
    QueuedThreadPool pool = new QueuedThreadPool(16);
    pool.setVirtualThreadsExecutor(virtualThreads());
    Server server = new Server(pool);
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    FilterHolder filter = new FilterHolder(new WhenceFilter(whence));
    filter.setAsyncSupported(true);
    context.addFilter(filter, "/*", EnumSet.allOf(DispatcherType.class));
    FilterHolder counting = new FilterHolder(VirtualThreadsMain::count);
    counting.setAsyncSupported(true);
    context.addFilter(counting, "/*", EnumSet.of(DispatcherType.REQUEST));
    ServletHolder work = new ServletHolder(new WorkServlet());
    work.setAsyncSupported(true);
    context.addServlet(work, "/work");
    server.setHandler(context);
    server.start();
    return server;
  }

  /** A method of newer JDKs than this is compiled for. */
  private static Executor virtualThreads() throws ReflectiveOperationException {
    return (Executor)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }
}
