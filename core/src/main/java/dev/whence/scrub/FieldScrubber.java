package dev.whence.scrub;

import dev.whence.scrub.text.KeyRules;
import dev.whence.scrub.text.Percent;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.TextScanner;
import org.jspecify.annotations.Nullable;

/** Masks the text of one field, by its name if that is sensitive, else by what it holds. */
final class FieldScrubber {
  private final KeyRules keys;
  private final TextScanner texts;

  FieldScrubber(KeyRules keys) {
    this.keys = keys;
    this.texts = new TextScanner(keys);
  }

  KeyRules keys() {
    return keys;
  }

  String scrub(String key, String value, Rule.Sink sink) {
    return keys.decide(key).hides(value) ? masked(Rule.KEY, value, sink) : scrub(value, sink);
  }

  String scrub(String text, Rule.Sink sink) {
    return texts.scrub(text, sink);
  }

  /** Masks what {@code text} holds, however long it is. */
  String scan(String text, Rule.Sink sink) {
    return texts.scan(text, sink);
  }

  /**
   * Says whether {@code key} hides what stands under it.
   *
   * @param text the value's text; null for a tree or a flag
   */
  boolean hides(String key, @Nullable String text) {
    KeyRules.Decision decision = keys.decide(key);
    if (Rule.isMarker(key)) {
      return false; // the name itself was masked, and what stood there has been judged by it
    }
    return text == null
        ? decision != KeyRules.Decision.KEEP && decision != KeyRules.Decision.HIDE_ADDRESS
        : decision.hides(text);
  }

  /**
   * Masks the whole of {@code value} if it holds anything sensitive, as it is or decoded: it comes
   * from a query or a form.
   */
  String scrubEncoded(String key, String value, Rule.Sink sink) {
    boolean isEncoded = value.indexOf('%') >= 0 || value.indexOf('+') >= 0;
    String plain = isEncoded ? Percent.decode(value.replace('+', ' ')) : value;
    if (keys.decide(key).hides(plain)) {
      return masked(Rule.KEY, value, sink);
    }
    Rule rule = texts.firstHit(value);
    if (rule == null && isEncoded) {
      rule = texts.firstHit(plain);
    }
    return rule == null ? value : masked(rule, value, sink);
  }

  /** Returns the rule's marker for {@code value}, unless nothing is there or a marker already. */
  static String masked(Rule rule, String value, Rule.Sink sink) {
    if (value.isEmpty() || Rule.isMarker(value) || value.equals(TextScanner.CUT)) {
      return value;
    }
    sink.hit(rule);
    return rule.marker();
  }
}
