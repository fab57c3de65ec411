package dev.whence.scrub.field;

import dev.whence.scrub.key.KeyRules;
import dev.whence.scrub.text.TextScanner;
import org.jspecify.annotations.Nullable;

/**
 * Remembers short names of JSON's members, since the same ones come again and again: one comparison
 * then says what else takes a look at every character. Bounded: a name takes the place of another.
 * For many threads, without locks.
 */
final class MemberNames {
  private static final int BITS = 10;
  private static final int LONGEST = 32;

  private final KeyRules keys;
  private final TextScanner texts;
  private final @Nullable MemberName[] places = new MemberName[1 << BITS];

  MemberNames(KeyRules keys, TextScanner texts) {
    this.keys = keys;
    this.texts = texts;
  }

  /**
   * Returns what is known of the name that {@code text} holds from {@code start} to the next quote;
   * null if it is long, escaped, or not clean as a text.
   */
  @Nullable
  MemberName find(String text, int start) {
    int highest = Math.min(text.length(), start + LONGEST + 1);
    int hash = 0;
    for (int i = start; i < highest; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return find(text, start, i, place(hash));
      }
      hash = hash * 31 + c;
    }
    return null;
  }

  private @Nullable MemberName find(String text, int start, int end, int place) {
    MemberName first = places[place];
    if (first != null && first.is(text, start, end)) {
      return first;
    }
    MemberName second = places[place ^ 1];
    if (second != null && second.is(text, start, end)) {
      return second;
    }
    MemberName learnt = learn(text, start, end);
    if (learnt != null) {
      if (first != null) {
        places[place ^ 1] = first;
      }
      places[place] = learnt;
    }
    return learnt;
  }

  /** Returns one of two neighbours in which a name may be; the multiplier is 2^32 / phi (Knuth). */
  private static int place(int hash) {
    return (hash * 0x9E3779B1) >>> (32 - BITS);
  }

  private @Nullable MemberName learn(String text, int start, int end) {
    String name = text.substring(start, end);
    boolean isClean = !name.startsWith("[")
        && name.indexOf('\\') < 0
        && texts.scan(name, (rule, length) -> {}).equals(name);
    return isClean ? new MemberName(name, keys.decide(name), PairRole.of(name)) : null;
  }
}
