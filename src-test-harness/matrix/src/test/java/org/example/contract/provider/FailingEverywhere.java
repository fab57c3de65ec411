package org.example.contract.provider;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/** Filters and interceptors that fail, or answer by themselves, when they are asked to. */
@Provider
public class FailingEverywhere
    implements ContainerRequestFilter,
        ContainerResponseFilter,
        ReaderInterceptor,
        WriterInterceptor {
  /** Marks requests whose answers were touched: what fails then fails once, not over and over. */
  private static final String FILTERED = "contract.filtered";

  private static final String WROTE = "contract.wrote";

  @Context
  @SuppressWarnings("NullAway.Init")
  private HttpHeaders headers;

  @Override
  public void filter(ContainerRequestContext request) {
    String fault = request.getHeaderString(Fault.HEADER);
    Fault.at("request filter", fault);
    if ("abort with 401".equals(fault)) {
      request.abortWith(Fault.answer(401));
    }
    if ("abort with 500".equals(fault)) {
      request.abortWith(Fault.answer(500));
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(FILTERED) == null) {
      request.setProperty(FILTERED, true);
      Fault.at("response filter", request.getHeaderString(Fault.HEADER));
    }
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Fault.at("reader interceptor", headers.getHeaderString(Fault.HEADER));
    return context.proceed();
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (context.getProperty(WROTE) == null) {
      context.setProperty(WROTE, true);
      Fault.at("writer interceptor", headers.getHeaderString(Fault.HEADER));
    }
    context.proceed();
  }
}
