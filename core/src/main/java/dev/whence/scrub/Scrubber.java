package dev.whence.scrub;

import dev.whence.event.ErrorEvent;
import dev.whence.event.TransactionEvent;
import dev.whence.net.Disclosure;
import dev.whence.scrub.body.JsonText;
import dev.whence.scrub.field.FieldScrubber;
import dev.whence.scrub.field.Findings;
import dev.whence.scrub.field.Pseudonyms;
import dev.whence.scrub.field.Tally;
import dev.whence.scrub.find.Looks;
import dev.whence.scrub.key.KeyRules;
import dev.whence.scrub.text.OwnPattern;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.TextScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets and personal data, by the names of fields and by what texts hold.
 *
 * <p>Takes time in proportion to its input, which is cut at 8,192 characters a field, a body at
 * 1,048,576. What cannot be scrubbed is withheld. Immutable but for its counters, for many threads.
 */
public final class Scrubber {
  private final Tally tally = new Tally();
  private final Builder asked;

  /** Made with the first text unless asked for names or patterns: its tables take a while. */
  private volatile @Nullable Masks masks;

  /** What is asked beyond the standard, where that is tried only. */
  private final @Nullable Scrubber trial;

  private Scrubber(Builder asked, @Nullable Scrubber trial) {
    this.asked = asked;
    this.trial = trial;
    if (asked.mayBeWrong()) {
      masks = Masks.by(asked); // a mistake in it is to be seen now
    }
  }

  /** What masks: the values of fields, where nobody is named, and of users. */
  private record Masks(FieldScrubber fields, FieldScrubber values, UserScrubber users) {
    static Masks by(Builder asked) {
      String key = asked.pseudonymKey();
      Pseudonyms pseudonyms = key == null ? null : new Pseudonyms(key);
      boolean isStrict = asked.privacy() == Privacy.STRICT;
      KeyRules keys = KeyRules.builder()
          .hide(asked.hidden)
          .join(asked.joined)
          .keep(asked.kept)
          .strict(isStrict)
          .build();
      TextScanner texts = new TextScanner(Looks.without(asked.off, keys), asked.patterns);
      FieldScrubber fields = new FieldScrubber(keys, texts, pseudonyms);
      return new Masks(
          fields, isStrict ? fields.closed() : fields, new UserScrubber(fields, asked, pseudonyms));
    }

    EventScrubber events(Findings findings) {
      return new EventScrubber(fields, values, users, findings);
    }
  }

  /** Makes at once what is else made with the first text, where that must not be waited for. */
  public void prepare() {
    masks();
  }

  private Masks masks() {
    Masks made = masks;
    return made == null ? make() : made;
  }

  private synchronized Masks make() {
    Masks made = masks;
    if (made == null) {
      made = Masks.by(asked);
      masks = made;
    }
    return made;
  }

  /** Returns a scrubber that lets no personal data through. */
  public static Scrubber standard() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns {@code event} with its values masked, and with paths, rules and lengths of what was
   * masked in {@code contexts.whence}. Never throws.
   */
  public ErrorEvent scrub(ErrorEvent event) {
    Findings findings = new Findings(tally);
    try {
      ErrorEvent clean = masks().events(findings).scrub(event);
      return trial == null ? clean : trial.tried(clean);
    } catch (Throwable failure) {
      tally.failure();
      return ErrorEvent.builder(event.id(), event.timestamp())
          .level(event.level())
          .message(Rule.FAILED)
          .build();
    }
  }

  /** Returns {@code event} masked as an error is, spans and all. Never throws. */
  public TransactionEvent scrub(TransactionEvent event) {
    Findings findings = new Findings(tally);
    try {
      TransactionEvent clean = transactions(findings).scrub(event);
      return trial == null ? clean : trial.tried(clean);
    } catch (Throwable failure) {
      tally.failure();
      return TransactionEvent.builder(event.id(), event.time())
          .name(Rule.FAILED, event.source())
          .build();
    }
  }

  /** Returns {@code event} as it is, with what would be masked in its own context. */
  private ErrorEvent tried(ErrorEvent event) {
    Findings findings = new Findings(tally);
    masks().events(findings).scrub(event);
    return EventScrubber.told(event, "would_mask", findings);
  }

  private TransactionEvent tried(TransactionEvent event) {
    Findings findings = new Findings(tally);
    transactions(findings).scrub(event);
    return EventScrubber.told(event, "would_mask", findings);
  }

  private TransactionScrubber transactions(Findings findings) {
    Masks own = masks();
    return new TransactionScrubber(own.events(findings), own.fields(), findings);
  }

  /**
   * Returns {@code [Filtered]} if {@code key} is sensitive, else {@code value} scrubbed as text.
   */
  public String scrub(String key, String value) {
    try {
      return masks().fields().scrub(key, value, tally);
    } catch (Throwable failure) {
      tally.failure();
      return Rule.FAILED;
    }
  }

  /** Returns {@code text} with what gives itself away masked; the same instance if nothing does. */
  public String scrubText(String text) {
    try {
      return masks().fields().scrub(text, tally);
    } catch (Throwable failure) {
      tally.failure();
      return Rule.FAILED;
    }
  }

  /** Returns the same as {@link #scrubText}, for copies: what it masks is counted elsewhere. */
  public String scrubUncounted(String text) {
    try {
      return masks().fields().scrub(text, (rule, length) -> {});
    } catch (Throwable failure) {
      return Rule.FAILED;
    }
  }

  /**
   * Returns the JSON text {@code json} with its values masked, and all else as it came; the same
   * instance if there is nothing to mask. What is no JSON is masked as free text.
   */
  public String scrubJson(String json) {
    try {
      return new JsonText(json, true, masks().fields(), Findings.unlisted(tally)).scrub();
    } catch (Throwable failure) {
      tally.failure();
      return Rule.FAILED;
    }
  }

  /** Returns what masks parts of events one by one, and tells what it found. */
  Parts parts() {
    Masks own = masks();
    return new Parts(own.fields(), own.values(), new Findings(tally));
  }

  /**
   * Returns how many values were masked since the start, by rule, and under {@code failed} how many
   * could not be scrubbed.
   */
  public Map<String, Long> counts() {
    return tally.counts();
  }

  /** Returns how many values would have been masked by what is tried only; empty if nothing is. */
  public Map<String, Long> trialCounts() {
    return trial == null ? Map.of() : trial.tally.counts();
  }

  /** Returns how many values could not be scrubbed since the start, and were withheld. */
  public long failures() {
    return tally.failures();
  }

  /** Assembles a scrubber. For one thread. */
  public static final class Builder {
    private final List<String> hidden = new ArrayList<>();
    private final List<String> joined = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<OwnPattern> patterns = new ArrayList<>();
    private final Set<String> off = new HashSet<>();
    private Privacy privacy = Privacy.STANDARD;
    private boolean isTrial;
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

    /**
     * Replaces values under {@code key} by pseudonyms that are the same for equal values, by HMAC
     * under {@link #pseudonymKey}; without a key they are masked.
     */
    public Builder joinKey(String key) {
      joined.add(key);
      return this;
    }

    /**
     * Masks what {@code pattern} matches in any text, by the rule {@code id}.
     *
     * <p>A match may take a hundred steps for each character of a text; a field on which it takes
     * more is withheld, and a line in the log says so.
     *
     * @throws IllegalArgumentException if the pattern matches the empty text
     */
    public Builder hidePattern(String id, Pattern pattern) {
      patterns.add(OwnPattern.of(id, pattern));
      return this;
    }

    /**
     * Switches the rule {@code id} off, such as {@code phone}; {@link #counts} and events name
     * them.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Builder ruleOff(String id) {
      if (!Looks.ids().contains(id)) {
        throw new IllegalArgumentException(
            "no rule \"" + id + "\": events and counters name them, such as phone");
      }
      off.add(id);
      return this;
    }

    /** Sets how much is hidden by itself; {@link Privacy#STANDARD} unless set. */
    public Builder privacy(Privacy newPrivacy) {
      privacy = newPrivacy;
      return this;
    }

    /**
     * Tries only what was asked beyond the standard, keys, patterns and preset: it is listed in
     * {@code contexts.whence.would_mask} and counted, and goes out as it is. Off unless set.
     */
    public Builder dryRun(boolean newIsTrial) {
      isTrial = newIsTrial;
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
      if (privacy == Privacy.STRICT) {
        return Disclosure.NONE;
      }
      return sendsDefaultPii ? Disclosure.WHOLE : Disclosure.NETWORK;
    }

    Privacy privacy() {
      return privacy;
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
      return isTrial
          ? new Scrubber(standardPart(), new Scrubber(copy(), null))
          : new Scrubber(copy(), null);
    }

    /** Says whether there are names or patterns in this that nobody has tried yet. */
    private boolean mayBeWrong() {
      return !(hidden.isEmpty()
          && joined.isEmpty()
          && kept.isEmpty()
          && patterns.isEmpty()
          && off.isEmpty());
    }

    private Builder copy() {
      Builder copy = standardPart().privacy(privacy);
      copy.hidden.addAll(hidden);
      copy.joined.addAll(joined);
      copy.patterns.addAll(patterns);
      return copy;
    }

    /** Returns what applies while the rest is tried. */
    private Builder standardPart() {
      Builder standard = new Builder();
      standard.kept.addAll(kept);
      standard.off.addAll(off);
      return standard
          .sendDefaultPii(sendsDefaultPii)
          .plainUserId(sendsPrincipal)
          .pseudonymKey(pseudonymKey)
          .clientAddress(clientAddress);
    }
  }
}
