package dev.whence.bench.contend;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.metrics.servlet.InstrumentedFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import net.bull.javamelody.MonitoringFilter;

/** A filter that needs nothing beside it. */
record FilterContender(Filter filter) implements Contender {
  static Contender dropwizard() {
    return new FilterContender(new InstrumentedFilter());
  }

  static Contender javaMelody() {
    return new FilterContender(new MonitoringFilter());
  }

  @Override
  public void init(FilterConfig config) throws ServletException {
    // Dropwizard's looks for it; to JavaMelody's it is an attribute like others.
    config
        .getServletContext()
        .setAttribute(InstrumentedFilter.REGISTRY_ATTRIBUTE, new MetricRegistry());
    filter.init(config);
  }

  @Override
  public void request(
      HttpServletRequest request, HttpServletResponse response, FilterChain application)
      throws IOException, ServletException {
    filter.doFilter(request, response, application);
  }

  @Override
  public void close() {
    filter.destroy();
  }
}
