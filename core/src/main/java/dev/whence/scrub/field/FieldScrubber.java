package dev.whence.scrub.field;

import dev.whence.scrub.key.Decision;
import dev.whence.scrub.key.KeyRules;
import dev.whence.scrub.text.Percent;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.TextScanner;
import org.jspecify.annotations.Nullable;

/**
 * Masks the text of one field, by its name if that is sensitive, else by what it holds. Immutable,
 * for many threads.
 */
public final class FieldScrubber {
  private final KeyRules keys;
  private final TextScanner texts;
  private final @Nullable Pseudonyms pseudonyms;
  private final MemberNames names;

  /** Whether values are hidden unless the application asked to keep them. */
  private final boolean isClosed;

  public FieldScrubber(KeyRules keys, TextScanner texts, @Nullable Pseudonyms pseudonyms) {
    this.keys = keys;
    this.texts = texts;
    this.pseudonyms = pseudonyms;
    this.names = new MemberNames(keys, texts);
    this.isClosed = false;
  }

  private FieldScrubber(FieldScrubber other, boolean isClosed) {
    this.keys = other.keys;
    this.texts = other.texts;
    this.pseudonyms = other.pseudonyms;
    this.names = other.names;
    this.isClosed = isClosed;
  }

  /** Returns one that hides all values but those under names that the application keeps. */
  public FieldScrubber closed() {
    return new FieldScrubber(this, true);
  }

  /** Returns one that hides no more than names and looks say. */
  public FieldScrubber open() {
    return isClosed ? new FieldScrubber(this, false) : this;
  }

  public boolean isClosed() {
    return isClosed;
  }

  /** Returns what becomes of the value under {@code key}. */
  public Decision decide(String key) {
    if (Rule.isMarker(key)) {
      return decideUnnamed(); // the name itself was masked, and what stood there has been judged
    }
    String plain = key.indexOf('%') < 0 ? key : Percent.decode(Percent.decode(key));
    return closed(keys.decide(plain));
  }

  private Decision closed(Decision decision) {
    return isClosed ? decision.closed() : decision;
  }

  /** Returns what becomes of the value under a name in JSON. */
  public Decision decide(MemberName name) {
    return closed(name.decision());
  }

  /** Returns the short clean name that begins at {@code start} in {@code json}, null if none. */
  public @Nullable MemberName name(String json, int start) {
    return names.find(json, start);
  }

  /** Returns what becomes of a value without a name. */
  public Decision decideUnnamed() {
    return isClosed ? Decision.HIDE_LEAVES : Decision.KEEP;
  }

  public String scrub(String key, String value, Rule.Sink sink) {
    Decision decision = decide(key);
    return decision.hides(value) ? hidden(decision, value, sink) : scrub(value, sink);
  }

  public String scrub(String text, Rule.Sink sink) {
    return texts.scrub(text, sink);
  }

  /** Masks what {@code text} holds, however long it is. */
  public String scan(String text, Rule.Sink sink) {
    return texts.scan(text, sink);
  }

  /**
   * Does the same, where nothing is to be seen before {@code plainEnd} of what came with escapes.
   */
  public String scan(String text, int plainEnd, Rule.Sink sink) {
    return texts.scan(text, plainEnd, sink);
  }

  /** Whether nothing in {@code text} gives itself away. */
  public boolean isClean(String text) {
    return texts.scan(text, (rule, length) -> {}).equals(text);
  }

  /** Whether the application has patterns of its own, which may match anything. */
  public boolean hasPatterns() {
    return texts.hasPatterns();
  }

  /** Returns where {@code text} stops to be clean or the quote stands that closes a string. */
  public int plainEnd(String text, int start) {
    return texts.plainEnd(text, start);
  }

  /**
   * Masks the whole of {@code value} if it holds anything sensitive, as it is or decoded: it comes
   * from a query or a form.
   */
  public String scrubEncoded(String key, String value, Rule.Sink sink) {
    boolean isEncoded = value.indexOf('%') >= 0 || value.indexOf('+') >= 0;
    String plain = isEncoded ? Percent.decode(value.replace('+', ' ')) : value;
    Decision decision = decide(key);
    if (decision.hides(plain)) {
      return hidden(decision, plain, value, sink);
    }
    Rule rule = texts.firstHit(value);
    if (rule == null && isEncoded) {
      rule = texts.firstHit(plain);
    }
    return rule == null ? value : masked(rule, value, sink);
  }

  /** Returns what stands in place of {@code value}, which is hidden by {@code decision}. */
  public String hidden(Decision decision, String value, Rule.Sink sink) {
    return hidden(decision, value, value, sink);
  }

  private String hidden(Decision decision, String plain, String value, Rule.Sink sink) {
    String marker = masked(rule(decision), value, sink);
    boolean isJoined = decision == Decision.JOIN && !marker.equals(value);
    return isJoined ? replacement(decision, plain) : marker;
  }

  public static Rule rule(Decision decision) {
    return switch (decision) {
      case JOIN -> Rule.JOIN;
      case HIDE_LEAVES -> Rule.PRESET;
      default -> Rule.KEY;
    };
  }

  /** Returns the pseudonym of a joined value, else the marker. */
  public String replacement(Decision decision, String value) {
    return decision == Decision.JOIN && pseudonyms != null
        ? pseudonyms.of(value)
        : rule(decision).marker();
  }

  /** Returns the rule's marker for {@code value}, unless nothing is there or a marker already. */
  public static String masked(Rule rule, String value, Rule.Sink sink) {
    if (isMasked(value)) {
      return value;
    }
    sink.hit(rule, value.length());
    return rule.marker();
  }

  /** Whether nothing is there that could be masked, or a mask already. */
  public static boolean isMasked(String value) {
    return value.isEmpty()
        || Rule.isMarker(value)
        || value.equals(TextScanner.CUT)
        || Pseudonyms.isOne(value);
  }
}
