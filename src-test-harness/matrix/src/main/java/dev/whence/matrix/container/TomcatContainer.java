package dev.whence.matrix.container;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Host;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Tomcat 10.1. */
final class TomcatContainer implements Container {
  private static final int HEADER_BYTES = 4 * 1024 * 1024;

  private final Tomcat tomcat = new Tomcat();
  private final Path directory;
  private final Host host;

  TomcatContainer() {
    try {
      directory = Files.createTempDirectory("whence-tomcat");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tomcat.setBaseDir(directory.toString());
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxHttpRequestHeaderSize", String.valueOf(HEADER_BYTES));
    connector.setProperty("maxHeaderCount", "-1");
    tomcat.setConnector(connector);
    host = tomcat.getHost();
    ErrorReportValve errors = new ErrorReportValve();
    errors.setShowReport(false);
    host.getPipeline().addValve(errors);
    Failing.unless(tomcat::start);
  }

  @Override
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public Deployment deploy(Application application) {
    StandardContext context = new StandardContext();
    context.setPath(application.path());
    context.setName(application.path());
    context.addLifecycleListener(new Tomcat.FixContextListener());
    context.setParentClassLoader(TomcatContainer.class.getClassLoader());
    application.filters().forEach(filtering -> addFilter(context, filtering));
    application.servlets().forEach(serving -> addServlet(context, serving));
    application.pagesByType().forEach((type, resource) -> {
      ErrorPage page = new ErrorPage();
      page.setExceptionType(type.getName());
      page.setLocation(resource);
      context.addErrorPage(page);
    });
    application.pagesByStatus().forEach((status, resource) -> {
      ErrorPage page = new ErrorPage();
      page.setErrorCode(status);
      page.setLocation(resource);
      context.addErrorPage(page);
    });
    Path documents = application.documents();
    if (documents != null) {
      context.setDocBase(documents.toString());
      addServlet(context, new Application.Serving("default", new DefaultServlet(), "/", Map.of()));
    }
    return started(context);
  }

  private static void addFilter(Context context, Application.Filtering filtering) {
    FilterDef definition = new FilterDef();
    definition.setFilterName(filtering.name());
    definition.setFilter(filtering.filter());
    definition.setAsyncSupported("true");
    context.addFilterDef(definition);
    FilterMap map = new FilterMap();
    map.setFilterName(filtering.name());
    map.addURLPattern(filtering.pattern());
    for (DispatcherType type : DispatcherType.values()) {
      map.setDispatcher(type.name());
    }
    context.addFilterMap(map);
  }

  private static void addServlet(Context context, Application.Serving serving) {
    Wrapper wrapper =
        context.createWrapper(); // Tomcat.addServlet makes one that is never unavailable
    wrapper.setName(serving.name());
    wrapper.setServletClass(serving.servlet().getClass().getName());
    wrapper.setServlet(serving.servlet());
    wrapper.setAsyncSupported(true);
    serving.parameters().forEach(wrapper::addInitParameter);
    wrapper.setMultipartConfigElement(Application.multipart());
    context.addChild(wrapper);
    wrapper.addMapping(serving.pattern());
  }

  @Override
  public Deployment deploy(WebDirectory webDirectory) {
    StandardContext context = new StandardContext();
    context.setPath(webDirectory.path());
    context.setName(webDirectory.path());
    context.setDocBase(webDirectory.directory().toString());
    context.addLifecycleListener(new Tomcat.DefaultWebXmlListener());
    ContextConfig config = new ContextConfig();
    config.setDefaultWebXml(tomcat.noDefaultWebXmlPath());
    context.addLifecycleListener(config);
    context.setParentClassLoader(new SharedLoader());
    return started(context);
  }

  private Deployment started(StandardContext context) {
    host.addChild(context);
    if (context.getState() != LifecycleState.STARTED) {
      host.removeChild(context);
      throw new IllegalStateException("Tomcat did not start \"" + context.getPath() + '"');
    }
    return new Deployment() {
      @Override
      public ServletContext context() {
        return context.getServletContext();
      }

      @Override
      public void close() {
        if (context.getState() == LifecycleState.STARTED) {
          host.removeChild(context);
        }
      }
    };
  }

  @Override
  public void close() {
    Failing.unless(tomcat::stop);
    Failing.unless(tomcat::destroy);
    System.clearProperty("catalina.home"); // else the next Tomcat makes the directory again
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
