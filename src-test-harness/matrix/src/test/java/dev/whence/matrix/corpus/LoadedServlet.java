package dev.whence.matrix.corpus;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** A servlet that sees the classes of its application, as in a container of web archives. */
final class LoadedServlet extends GenericServlet {
  private static final long serialVersionUID = 1;

  private final transient Servlet servlet;
  private final transient ClassLoader loader;

  LoadedServlet(Servlet servlet, ClassLoader loader) {
    this.servlet = servlet;
    this.loader = loader;
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    Thread thread = Thread.currentThread();
    ClassLoader outer = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      servlet.init(config);
    } finally {
      thread.setContextClassLoader(outer);
    }
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    Thread thread = Thread.currentThread();
    ClassLoader outer = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      servlet.service(request, response);
    } finally {
      thread.setContextClassLoader(outer);
    }
  }

  @Override
  public void destroy() {
    servlet.destroy();
  }
}
