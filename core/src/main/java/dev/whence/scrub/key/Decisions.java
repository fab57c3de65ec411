package dev.whence.scrub.key;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what was decided on short names, since the same ones come again and again. Bounded: a
 * name takes the place of another. For many threads, without locks.
 */
final class Decisions {
  private static final int PLACES = 1_024;
  private static final int LONGEST = 48;

  private final @Nullable Decided[] places = new Decided[PLACES];

  /** Returns the hash of a name that may be remembered, 0 for one that is too long. */
  static int hash(CharSequence text, int start, int end) {
    if (end - start > LONGEST) {
      return 0;
    }
    int hash = 1;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    return hash;
  }

  /** Returns what was decided on the name with this {@code hash}, null if nothing is known. */
  @Nullable
  Decision find(int hash, CharSequence text, int start, int end) {
    Decided decided = places[place(hash)];
    return decided != null && decided.hash == hash && decided.isOn(text, start, end)
        ? decided.decision
        : null;
  }

  void remember(int hash, CharSequence text, int start, int end, Decision decision) {
    String name = text.subSequence(start, end).toString();
    places[place(hash)] = new Decided(hash, name, decision);
  }

  private static int place(int hash) {
    return (hash ^ (hash >>> 15)) & (PLACES - 1);
  }

  /** A decision; its fields are final, so that threads see all of it or nothing. */
  private static final class Decided {
    final int hash;
    final String name;
    final Decision decision;

    Decided(int hash, String name, Decision decision) {
      this.hash = hash;
      this.name = name;
      this.decision = decision;
    }

    boolean isOn(CharSequence text, int start, int end) {
      if (end - start != name.length()) {
        return false;
      }
      if (text instanceof String string) {
        return string.startsWith(name, start);
      }
      for (int i = 0; i < name.length(); i++) {
        if (text.charAt(start + i) != name.charAt(i)) {
          return false;
        }
      }
      return true;
    }
  }
}
