package dev.whence;

import dev.whence.capture.Capture;
import dev.whence.capture.DetailsCopy;
import dev.whence.event.Consent;
import dev.whence.event.User;
import dev.whence.snapshot.RequestSnapshot;
import dev.whence.snapshot.Snapshot;
import dev.whence.snapshot.TransactionSnapshot;
import dev.whence.trace.Trace;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the captures of one request have in common, gathered once at its end. */
record RequestData(
    @Nullable RequestScope scope,
    DetailsCopy details,
    @Nullable String route,
    @Nullable String handler,
    int status,
    @Nullable User user,
    @Nullable RequestSnapshot request,
    Consent consent) {
  /** For captures outside a request. */
  static final RequestData NONE =
      new RequestData(null, DetailsCopy.EMPTY, null, null, 0, null, null, Consent.FULL);

  /** Returns what can be known of a scope whose request is out of reach. */
  static RequestData of(RequestScope scope, @Nullable String route, Consent consent) {
    return new RequestData(scope, scope.copyOfDetails(), route, null, 0, null, null, consent);
  }

  TransactionSnapshot transactionOf(TransactionSnapshot.Whole whole, Trace trace) {
    return new TransactionSnapshot(
        whole, trace, surroundings(details), sentRequest(), new Hint(null, scope));
  }

  Snapshot snapshotOf(Capture capture) {
    return new Snapshot(
        new Snapshot.Occurrence(
            capture.id(),
            capture.time(),
            capture.level(),
            capture.throwable(),
            capture.message(),
            capture.manner().mechanism(),
            capture.manner().handled()),
        surroundings(details.overlaid(capture.details().copy())),
        sentRequest(),
        new Hint(capture.failure(), scope));
  }

  private @Nullable RequestSnapshot sentRequest() {
    return consent == Consent.FULL || request == null ? request : request.anonymous();
  }

  private Snapshot.Surroundings surroundings(DetailsCopy all) {
    User known = all.user() == null ? user : all.user();
    return new Snapshot.Surroundings(
        scope == null ? null : scope.requestId(),
        route,
        handler,
        status,
        scope == null ? Duration.ZERO : scope.age(),
        consent == Consent.FULL || known == null ? known : known.anonymous(),
        all.tags(),
        all.contexts(),
        all.fingerprint(),
        all.breadcrumbs(),
        scope == null ? null : scope.trace());
  }
}
