package dev.whence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link BeforeSend} gets beside the event: where it was made from. Nothing is scrubbed. */
public final class Hint {
  private final @Nullable Throwable throwable;
  private final @Nullable RequestScope scope;

  Hint(@Nullable Throwable throwable, @Nullable RequestScope scope) {
    this.throwable = throwable;
    this.scope = scope;
  }

  /** Returns what was thrown; nothing for a message. */
  public Optional<Throwable> throwable() {
    return Optional.ofNullable(throwable);
  }

  /** Returns the scope of the request; nothing outside one. The event has the request itself. */
  public Optional<RequestScope> scope() {
    return Optional.ofNullable(scope);
  }
}
