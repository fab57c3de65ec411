package dev.whence.scrub;

import dev.whence.scrub.text.KeyRules;
import dev.whence.scrub.text.Percent;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.TextScanner;

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
    if (value.isEmpty() || Rule.isMarker(value)) {
      return value;
    }
    sink.hit(rule);
    return rule.marker();
  }
}
