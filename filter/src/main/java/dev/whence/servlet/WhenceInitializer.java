package dev.whence.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds the filter to an application that has it on its class path, ahead of all others; steps back
 * where the application names the filter itself. Called by the container.
 */
public final class WhenceInitializer implements ServletContainerInitializer {
  @Override
  public void onStartup(@Nullable Set<Class<?>> types, ServletContext context) {
    Ownership.leaveToListener(context);
    context.addListener(new ClosingListener());
    boolean isNamed = context.getFilterRegistrations().values().stream()
        .anyMatch(filter -> WhenceFilter.class.getName().equals(filter.getClassName()));
    if (isNamed) {
      return;
    }
    FilterRegistration.@Nullable Dynamic filter = context.addFilter("whence", WhenceFilter.class);
    if (filter != null) {
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }
  }

  /** Closes the instance when the application ends. */
  private static final class ClosingListener implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
      // The filter builds the instance.
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
      Ownership.close(event.getServletContext());
    }
  }
}
