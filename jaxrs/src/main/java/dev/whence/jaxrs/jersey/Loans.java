package dev.whence.jaxrs.jersey;

import dev.whence.RequestScope;
import dev.whence.ScopeEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The threads to which a request's scope is lent at the moment. For any thread. */
final class Loans {
  /** A thread and what it gives back when it has done its part. */
  private record Loan(Thread thread, ScopeEntry entry) {}

  private final RequestScope scope;

  /** Guarded by this; null while the request stays on a thread that has the scope anyway. */
  private @Nullable List<Loan> loans;

  Loans(RequestScope scope) {
    this.scope = scope;
  }

  /** Lends the scope to the calling thread, unless it has it. */
  void begin() {
    if (scope.isCurrent()) {
      return;
    }
    Loan loan = new Loan(Thread.currentThread(), scope.enter());
    synchronized (this) {
      loans = loans == null ? new ArrayList<>(1) : loans;
      loans.add(loan);
    }
  }

  /** Takes back what was lent to the calling thread; does nothing if that was nothing. */
  void end() {
    Loan loan = take();
    if (loan != null) {
      loan.entry().close();
    }
  }

  private synchronized @Nullable Loan take() {
    if (loans == null) {
      return null;
    }
    for (Loan loan : loans) {
      if (loan.thread() == Thread.currentThread()) {
        loans.remove(loan);
        return loan;
      }
    }
    return null;
  }
}
