package dev.whence.matrix.container;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.webapp.WebAppClassLoader;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty 12, with the environment of Servlet 6.0. */
final class JettyContainer implements Container {
  private static final int HEADER_BYTES = 4 * 1024 * 1024;

  private final Server server = new Server(new QueuedThreadPool(16));
  private final ContextHandlerCollection applications = new ContextHandlerCollection();
  private final ServerConnector connector;

  JettyContainer() {
    HttpConfiguration http = new HttpConfiguration();
    http.setRequestHeaderSize(HEADER_BYTES);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(applications);
    Failing.unless(server::start);
  }

  @Override
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public Deployment deploy(Application application) {
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath(application.path().isEmpty() ? "/" : application.path());
    for (Application.Filtering filtering : application.filters()) {
      FilterHolder holder = new FilterHolder(filtering.filter());
      holder.setName(filtering.name());
      holder.setAsyncSupported(true);
      context.addFilter(holder, filtering.pattern(), EnumSet.allOf(DispatcherType.class));
    }
    for (Application.Serving serving : application.servlets()) {
      ServletHolder holder = new ServletHolder(serving.name(), serving.servlet());
      holder.setInitParameters(serving.parameters());
      holder.setAsyncSupported(true);
      holder.getRegistration().setMultipartConfig(Application.multipart());
      context.addServlet(holder, serving.pattern());
    }
    ErrorPageErrorHandler errors = errorHandler();
    application.pagesByType().forEach(errors::addErrorPage);
    application.pagesByStatus().forEach(errors::addErrorPage);
    context.setErrorHandler(errors);
    Path documents = application.documents();
    if (documents != null) {
      context.setBaseResourceAsPath(documents);
      context.addServlet(new ServletHolder("default", DefaultServlet.class), "/");
    }
    return started(context);
  }

  private static ErrorPageErrorHandler errorHandler() {
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    errors.setShowStacks(false);
    return errors;
  }

  @Override
  public Deployment deploy(WebDirectory directory) {
    WebAppContext context = new WebAppContext();
    context.setContextPath(directory.path().isEmpty() ? "/" : directory.path());
    context.setBaseResourceAsPath(directory.directory());
    context.setErrorHandler(errorHandler());
    context.setThrowUnavailableOnStartupException(true);
    Failing.unless(
        () -> context.setClassLoader(new WebAppClassLoader(new SharedLoader(), context)));
    return started(context);
  }

  private Deployment started(ServletContextHandler context) {
    applications.addHandler(context);
    Failing.unless(context::start);
    return new Deployment() {
      @Override
      public ServletContext context() {
        return context.getServletContext();
      }

      @Override
      public void close() {
        Failing.unless(context::stop);
        applications.removeHandler(context);
        context.destroy();
      }
    };
  }

  @Override
  public void close() {
    Failing.unless(server::stop);
    server.destroy();
  }
}
