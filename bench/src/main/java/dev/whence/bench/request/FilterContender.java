package dev.whence.bench.request;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.metrics.servlet.InstrumentedFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import net.bull.javamelody.MonitoringFilter;

/** A filter that needs nothing beside it. */
record FilterContender(Filter filter) implements Contender {
  static Contender dropwizard() {
    InstrumentedFilter filter = new InstrumentedFilter();
    jakarta.servlet.ServletContext context = StubContext.make();
    context.setAttribute(InstrumentedFilter.REGISTRY_ATTRIBUTE, new MetricRegistry());
    try {
      filter.init(StubContext.config(context));
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
    return new FilterContender(filter);
  }

  static Contender javaMelody() {
    return new FilterContender(Contender.initialised(new MonitoringFilter()));
  }

  @Override
  public void request(StubRequest request, StubResponse response, FilterChain application)
      throws IOException, ServletException {
    filter.doFilter(request, response, application);
  }

  @Override
  public void close() {
    filter.destroy();
  }
}
