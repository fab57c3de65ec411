package dev.whence.scrub;

import dev.whence.event.ErrorEvent;
import dev.whence.net.Disclosure;
import dev.whence.scrub.text.KeyRules;
import dev.whence.scrub.text.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets and personal data, by the names of fields and by what texts hold.
 *
 * <p>Takes time in proportion to its input, which is cut at 8,192 characters a field, a body at
 * 1,048,576. What cannot be scrubbed is withheld. Immutable but for its counters, for many threads.
 */
public final class Scrubber {
  private final Tally tally = new Tally();
  private final FieldScrubber fields;
  private final UserScrubber users;

  private Scrubber(Builder builder) {
    fields = new FieldScrubber(new KeyRules(builder.hidden, builder.kept));
    users = new UserScrubber(fields, builder);
  }

  /** Returns a scrubber that lets no personal data through. */
  public static Scrubber standard() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns {@code event} with its values masked, and with paths and rules of what was masked in
   * {@code contexts.whence}. Never throws.
   */
  public ErrorEvent scrub(ErrorEvent event) {
    Findings findings = new Findings(tally);
    try {
      return new EventScrubber(fields, users, findings).scrub(event);
    } catch (Throwable failure) {
      tally.failure();
      return ErrorEvent.builder(event.id(), event.timestamp())
          .level(event.level())
          .message(Rule.FAILED)
          .build();
    }
  }

  /**
   * Returns {@code [Filtered]} if {@code key} is sensitive, else {@code value} scrubbed as text.
   */
  public String scrub(String key, String value) {
    try {
      return fields.scrub(key, value, tally);
    } catch (Throwable failure) {
      tally.failure();
      return Rule.FAILED;
    }
  }

  /** Returns {@code text} with what gives itself away masked; the same instance if nothing does. */
  public String scrubText(String text) {
    try {
      return fields.scrub(text, tally);
    } catch (Throwable failure) {
      tally.failure();
      return Rule.FAILED;
    }
  }

  /**
   * Returns how many values were masked since the start, by rule, and under {@code failed} how many
   * could not be scrubbed.
   */
  public Map<String, Long> counts() {
    return tally.counts();
  }

  /** Returns how many values could not be scrubbed since the start, and were withheld. */
  public long failures() {
    return tally.failures();
  }

  /** Assembles a scrubber. For one thread. */
  public static final class Builder {
    private final List<String> hidden = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private boolean sendsDefaultPii;
    private boolean sendsPrincipal;
    private @Nullable String pseudonymKey;
    private @Nullable Disclosure clientAddress;

    private Builder() {}

    /** Masks every value whose key is {@code key}, without regard to case, hyphens and the like. */
    public Builder hideKey(String key) {
      hidden.add(key);
      return this;
    }

    /** Exempts {@code key} from all rules for keys; its values are still scrubbed as text. */
    public Builder keepKey(String key) {
      kept.add(key);
      return this;
    }

    /** Lets users' names, e-mail addresses and client addresses through; off unless set. */
    public Builder sendDefaultPii(boolean isSent) {
      sendsDefaultPii = isSent;
      return this;
    }

    /** Sends the name under which a user logged in as it is; off unless set. */
    public Builder plainUserId(boolean isSent) {
      sendsPrincipal = isSent;
      return this;
    }

    /**
     * Sets the secret that makes pseudonyms of the names under which users logged in; without one,
     * or with a blank one, the names are masked.
     */
    public Builder pseudonymKey(@Nullable String newKey) {
      pseudonymKey = newKey == null || newKey.isBlank() ? null : newKey;
      return this;
    }

    /**
     * Says what becomes of client addresses; unless set, or with null, the network alone goes
     * through, or the whole address where {@link #sendDefaultPii} is on.
     */
    public Builder clientAddress(@Nullable Disclosure disclosure) {
      clientAddress = disclosure;
      return this;
    }

    Disclosure clientAddress() {
      if (clientAddress != null) {
        return clientAddress;
      }
      return sendsDefaultPii ? Disclosure.WHOLE : Disclosure.NETWORK;
    }

    boolean sendsDefaultPii() {
      return sendsDefaultPii;
    }

    boolean sendsPrincipal() {
      return sendsPrincipal;
    }

    @Nullable
    String pseudonymKey() {
      return pseudonymKey;
    }

    public Scrubber build() {
      return new Scrubber(this);
    }
  }
}
