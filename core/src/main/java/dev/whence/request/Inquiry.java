package dev.whence.request;

import dev.whence.config.value.ConsentSignal;
import dev.whence.event.Consent;
import dev.whence.event.User;
import dev.whence.guard.BoundedCall;
import dev.whence.guard.Faults;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a request, and the application about it, at its end. On the request's thread; what does not
 * answer is counted, and an event goes without it.
 */
public final class Inquiry {
  private final Resolvers resolvers;
  private final Set<ConsentSignal> signals;
  private final Faults faults;
  private final BoundedCall users;
  private final BoundedCall consents;

  /** What the application wants to be asked. */
  public record Resolvers(
      @Nullable UserResolver user, @Nullable ConsentResolver consent) {}

  public Inquiry(Resolvers resolvers, Set<ConsentSignal> signals, Faults faults) {
    this.resolvers = resolvers;
    this.signals = signals;
    this.faults = faults;
    this.users = new BoundedCall("user-resolver", faults);
    this.consents = new BoundedCall("consent-resolver", faults);
  }

  /** Asks the request something; returns null if it fails to answer. */
  public <V> @Nullable V ask(Supplier<@Nullable V> question) {
    try {
      return question.get();
    } catch (Throwable e) {
      faults.count("request", e);
      return null;
    }
  }

  /** Returns who is at work, null if nobody knows. */
  public @Nullable User user(RequestFacts facts) {
    UserResolver resolver = resolvers.user();
    User resolved = resolver == null ? null : users.make(() -> resolver.resolve(facts));
    return resolved == null ? principal(facts) : resolved;
  }

  /** Returns who is logged in, as the container knows, null if nobody is. */
  public @Nullable User principal(RequestFacts facts) {
    String principal = ask(facts::principal);
    return principal == null ? null : User.ofPrincipal(principal);
  }

  /**
   * Returns what may be sent.
   *
   * @param facts null where the request is out of reach; who may have objected is then not told
   */
  public Consent consent(@Nullable RequestFacts facts) {
    if (signals.isEmpty() && resolvers.consent() == null) {
      return Consent.FULL;
    }
    return facts == null ? Consent.ANONYMOUS : signalled(facts).and(resolved(facts));
  }

  private Consent signalled(RequestFacts facts) {
    for (ConsentSignal signal : signals) {
      String value = ask(() -> facts.header(signal.header()));
      if (value != null && value.strip().equals("1")) {
        return Consent.ANONYMOUS;
      }
    }
    return Consent.FULL;
  }

  private Consent resolved(RequestFacts facts) {
    ConsentResolver resolver = resolvers.consent();
    if (resolver == null) {
      return Consent.FULL;
    }
    Consent answer = consents.make(() -> resolver.resolve(facts));
    return answer == null ? Consent.ANONYMOUS : answer;
  }

  /** Interrupts what still hangs. */
  public void close() {
    users.close();
    consents.close();
  }
}
