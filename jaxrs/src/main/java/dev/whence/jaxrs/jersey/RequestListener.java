package dev.whence.jaxrs.jersey;

import dev.whence.RequestScope;
import dev.whence.Whence;
import dev.whence.jaxrs.observe.EntityCopy;
import dev.whence.jaxrs.observe.EventIdHeader;
import dev.whence.jaxrs.observe.ServerTiming;
import dev.whence.jaxrs.observe.SpanName;
import dev.whence.request.HandlerFacts;
import dev.whence.trace.Span;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.internal.process.MappableException;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Follows one request through Jersey: lends its scope to each thread that works on it, and takes
 * note of exceptions and of what became of them. Called by Jersey on those threads, one event at a
 * time but for the moments in which a resource hands its request over to another thread.
 */
final class RequestListener implements RequestEventListener {
  private static final String MECHANISM = "jaxrs";
  private static final int DEPTH = 32;
  private static final String DEFAULT_MAPPER = "org.glassfish.jersey.server.DefaultExceptionMapper";

  /** What whoever opened a request's scope has to do for it. */
  record Ownership(String requestIdHeader, @Nullable EntityCopy entity) {}

  private final RequestScope scope;
  private final JerseyRequest request;

  /** Null where the scope is somebody else's. */
  private final @Nullable Ownership ownership;

  /** Who handles the request that this one is part of; set before anybody else sees this. */
  private @Nullable HandlerFacts outer;

  private final Loans loans;

  private volatile @Nullable ContainerResponse response;
  private volatile @Nullable Throwable thrown;
  private volatile Span method = Span.NONE;
  private volatile boolean isMapping;
  private volatile boolean isUnanswered;

  private RequestListener(
      RequestScope scope, JerseyRequest request, @Nullable Ownership ownership) {
    this.scope = scope;
    this.request = request;
    this.ownership = ownership;
    this.loans = new Loans(scope);
  }

  /** Follows a request in a scope that was opened for it. */
  static RequestListener owner(RequestScope scope, JerseyRequest request, Ownership ownership) {
    return new RequestListener(scope, request, ownership).begun();
  }

  /** Follows a request in a scope that somebody else will finish. */
  static RequestListener guest(RequestScope scope, JerseyRequest request) {
    return new RequestListener(scope, request, null).begun();
  }

  private RequestListener begun() {
    request.followedBy(this);
    outer = scope.handler().orElse(null);
    scope.handledBy(request);
    loans.begin();
    return this;
  }

  /** Returns who follows the calling thread's request. */
  static Optional<RequestListener> ofThread() {
    return Whence.current()
        .currentScope()
        .flatMap(RequestScope::handler)
        .map(handler -> handler instanceof JerseyRequest request ? request.listener() : null);
  }

  /** Says whether an answer of Whence's is wanted, should there be no other, and still possible. */
  boolean isAnsweredByWhence() {
    ContainerResponse written = response;
    return request.isAnsweredByWhence() && (written == null || !written.isCommitted());
  }

  @Override
  public void onEvent(RequestEvent event) {
    try {
      follow(event);
    } catch (Throwable e) {
      scope.whence().fault(MECHANISM, e);
    }
  }

  private void follow(RequestEvent event) {
    switch (event.getType()) {
      case RESOURCE_METHOD_START -> methodBegins();
      case RESP_FILTERS_START -> loans.begin();
      case REQUEST_FILTERED -> filteredRequest();
      case RESOURCE_METHOD_FINISHED -> methodEnds();
      case ON_EXCEPTION -> thrown(event);
      case EXCEPTION_MAPPER_FOUND -> mapperFound(event);
      case EXCEPTION_MAPPING_FINISHED -> isMapping = false;
      case RESP_FILTERS_FINISHED -> filtered(event);
      case FINISHED -> finished(event);
      default -> {} // matching, which the end of it tells
    }
  }

  private void methodBegins() {
    loans.begin();
    SpanName name = request.spanName();
    if (name != null) {
      method = name.begin(scope);
    }
  }

  private void methodEnds() {
    method.close();
    loans.end();
  }

  /** Another thread may go on from here. */
  private void filteredRequest() {
    if (request.isManagedAsync()) {
      loans.end();
    }
  }

  // Exceptions.

  private void thrown(RequestEvent event) {
    loans.begin();
    Throwable failure = asThrown(event.getException());
    thrown = failure;
    if (isRoutine(failure)) {
      if (failure instanceof NotFoundException) {
        request.lost();
      }
      return;
    }
    scope.sighted(failure, MECHANISM);
  }

  /** Returns what the application threw, without what Jersey looks into on its way. */
  static Throwable asThrown(Throwable failure) {
    Throwable inner = failure;
    for (int i = 0; i < DEPTH && isWrapping(inner) && inner.getCause() != null; i++) {
      inner = inner.getCause(); // which may lead in a circle
    }
    return inner;
  }

  /** The last two come from stages, depending on who was first: their end or Jersey. */
  private static boolean isWrapping(Throwable failure) {
    return failure instanceof MappableException
        || failure instanceof CompletionException
        || failure instanceof ExecutionException;
  }

  /** Says whether Jersey itself threw, for a request that no resource was found for. */
  private boolean isRoutine(Throwable failure) {
    boolean isOfMatching = failure instanceof NotFoundException
        || failure instanceof NotAllowedException
        || failure instanceof NotAcceptableException
        || failure instanceof NotSupportedException;
    return isOfMatching
        && !request.isMatched()
        && (!request.isBehindLocator() || isThrownByJersey(failure));
  }

  private static boolean isThrownByJersey(Throwable failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    return frames.length > 0 && frames[0].getClassName().startsWith("org.glassfish.jersey.");
  }

  /** The mapper of last resort stands for nobody's answer. */
  private void mapperFound(RequestEvent event) {
    Throwable failure = thrown;
    if (event.getExceptionMapper().getClass().getName().equals(DEFAULT_MAPPER)) {
      isUnanswered = true;
      if (failure != null) {
        scope.fail(failure, MECHANISM, null);
      }
    } else {
      isMapping = true;
    }
  }

  /** Captures what a mapper threw in place of an answer, and what nobody answers for then. */
  void mapperFailed(Throwable failure) {
    Throwable first = thrown;
    if (isMapping && failure != first) {
      if (first != null) {
        scope.fail(first, MECHANISM, null);
      }
      scope.fail(failure, MECHANISM, null);
    }
  }

  /** Captures what cut an answer short that is on its way; before that Jersey tells itself. */
  void writerFailed(Throwable failure) {
    ContainerResponse written = response;
    if (written != null && written.isCommitted()) {
      scope.fail(asThrown(failure), MECHANISM, null);
    }
  }

  // The answer.

  private void filtered(RequestEvent event) {
    ContainerResponse answer = event.getContainerResponse();
    response = answer;
    if (answer == null) {
      return;
    }
    scope.answered(answer.getStatus());
    if (ownership != null) {
      answer.getHeaders().putSingle(ownership.requestIdHeader(), scope.requestId());
    }
    EventIdHeader.put(scope, answer.getHeaders());
    ServerTiming.put(scope, answer.getHeaders());
  }

  private void finished(RequestEvent event) {
    loans.begin();
    try {
      if (ownership != null) {
        scope.finish(new JerseyExchange(request.request(), ownership.entity(), status(event)));
      }
      scope.unanswered();
    } finally {
      if (outer != null) {
        scope.handledBy(outer);
      }
      loans.end();
    }
  }

  private int status(RequestEvent event) {
    ContainerResponse answer = event.getContainerResponse();
    boolean isLost = answer == null || (isUnanswered && !event.isResponseWritten());
    return isLost ? 500 : answer.getStatus();
  }
}
