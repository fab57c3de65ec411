package dev.whence.matrix.engine;

import dev.whence.Whence;
import dev.whence.servlet.WhenceFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the filter and the engine's servlet into an application of a servlet container. */
record Registration(Host.Program program) implements ServletContainerInitializer {
  @Override
  public void onStartup(@Nullable Set<Class<?>> types, ServletContext context) {
    Whence whence = program.whence();
    if (whence != null) {
      FilterRegistration.Dynamic filter = context.addFilter("whence", new WhenceFilter(whence));
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }
    Servlet engine = Foreign.make(program.engine().servlet()).as(Servlet.class);
    ServletRegistration.Dynamic servlet = context.addServlet("engine", engine);
    program.engine().parameters(program.application()).forEach(servlet::setInitParameter);
    servlet.setAsyncSupported(true);
    servlet.setLoadOnStartup(1);
    servlet.addMapping(Host.MAPPING + "/*");
  }
}
