package dev.whence.bench.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whence.bench.contend.Contender;
import dev.whence.bench.contend.Contenders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A child: a Jetty with a servlet that answers twenty bytes, and a contender in front of it. */
final class Server {
  private static final int THREADS = 16;

  private Server() {}

  /** What all requests end at. */
  private static final class Hello extends HttpServlet {
    private static final byte[] ANSWER = "hello, hello, hello\n".getBytes(US_ASCII);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/plain");
      response.getOutputStream().write(ANSWER);
    }
  }

  private record Front(Contender contender) implements Filter {
    @Override
    public void init(FilterConfig config) throws ServletException {
      contender.init(config);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      contender.request((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }

    @Override
    public void destroy() {
      contender.close();
    }
  }

  /** Takes a contender's name, the address that it sends to, and a directory to write to. */
  public static void main(String[] arguments) throws Exception {
    org.eclipse.jetty.server.Server server =
        new org.eclipse.jetty.server.Server(new QueuedThreadPool(THREADS));
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/shop");
    context.addServlet(new ServletHolder(new Hello()), "/*");
    if (!arguments[0].equals("bare")) {
      Contender contender = Contenders.sending(arguments[0], arguments[1], Path.of(arguments[2]));
      context.addFilter(
          new FilterHolder(new Front(contender)), "/*", EnumSet.of(DispatcherType.REQUEST));
    }
    server.setHandler(context);
    server.start();
    System.out.println(connector.getLocalPort());
    Answers.give(question -> {
      throw new IllegalArgumentException(question);
    });
    server.stop();
  }
}
