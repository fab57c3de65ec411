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
import java.util.Map;
import net.bull.javamelody.MonitoringFilter;

/** A filter that needs nothing beside it but attributes of the application. */
record FilterContender(Filter filter, Map<String, Object> attributes) implements Contender {
  static Contender dropwizard() {
    return new FilterContender(
        new InstrumentedFilter(),
        Map.of(InstrumentedFilter.REGISTRY_ATTRIBUTE, new MetricRegistry()));
  }

  static Contender javaMelody() {
    return new FilterContender(new MonitoringFilter(), Map.of());
  }

  @Override
  public void init(FilterConfig config) throws ServletException {
    attributes.forEach(config.getServletContext()::setAttribute);
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
