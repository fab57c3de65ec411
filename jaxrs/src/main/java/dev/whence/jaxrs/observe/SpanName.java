package dev.whence.jaxrs.observe;

import dev.whence.RequestScope;
import dev.whence.trace.Span;

/** What the span of a resource's method is called. Immutable. */
public record SpanName(String op, String text) {
  /** Begins it in the calling thread's request. */
  public Span begin(RequestScope scope) {
    return scope.trace().span(op, text);
  }
}
