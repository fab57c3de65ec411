package dev.whence.jaxrs.jersey;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/**
 * Sees what breaks an answer off that has begun, which Jersey only logs. The outermost interceptor,
 * on the threads that write.
 */
@Priority(Integer.MIN_VALUE)
final class WriterObserver implements WriterInterceptor {
  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    try {
      context.proceed();
    } catch (Throwable e) {
      RequestListener.ofThread().ifPresent(request -> request.writerFailed(e));
      throw e;
    }
  }
}
