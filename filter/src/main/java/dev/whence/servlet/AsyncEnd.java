package dev.whence.servlet;

import dev.whence.RequestScope;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Finishes an asynchronous request, in the container's callbacks. */
final class AsyncEnd implements AsyncListener {
  private final RequestScope scope;
  private final Exchange exchange;

  AsyncEnd(RequestScope scope, Exchange exchange) {
    this.scope = scope;
    this.exchange = exchange;
  }

  @Override
  public void onComplete(AsyncEvent event) {
    exchange.finish(scope);
  }

  /** The request is not over yet: the application or the container still answers. */
  @Override
  public void onTimeout(AsyncEvent event) {
    scope.tag("async", "timeout");
  }

  /** Ends the request here, since not every container goes on to complete it. */
  @Override
  public void onError(AsyncEvent event) {
    Throwable failure = event.getThrowable();
    if (failure != null) {
      exchange.failed(scope, failure);
    }
  }

  /** A new round begins; the container has dropped the listeners of the last. */
  @Override
  public void onStartAsync(AsyncEvent event) {
    event
        .getAsyncContext()
        .addListener(this, event.getSuppliedRequest(), event.getSuppliedResponse());
  }
}
