package dev.whence.jaxrs.standard;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.InterceptorContext;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/** Sees what goes wrong while entities are read and written. The outermost interceptor. */
@Priority(Integer.MIN_VALUE)
final class EntityObserver implements ReaderInterceptor, WriterInterceptor {
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    try {
      return context.proceed();
    } catch (Throwable e) {
      thrown(context, e);
      throw e;
    }
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    try {
      context.proceed();
    } catch (Throwable e) {
      thrown(context, e);
      throw e;
    }
  }

  private static void thrown(InterceptorContext context, Throwable failure) {
    StandardRequest request = StandardRequest.of(context.getProperty(StandardRequest.PROPERTY));
    if (request != null) {
      request.thrown(failure);
    }
  }
}
