package dev.whence.scrub.key;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whole names and what was decided on them. Looks a name up where it stands in a text, without
 * copying it. Immutable.
 */
final class NameTable {
  private final String[] names;
  private final Decision[] decisions;
  private final int mask;

  /** Keeps {@code decided}, whose keys are folded. */
  NameTable(Map<String, Decision> decided) {
    mask = Integer.highestOneBit(Math.max(4, decided.size() * 4)) - 1;
    names = new String[mask + 1];
    decisions = new Decision[mask + 1];
    decided.forEach((name, decision) -> {
      int slot = slot(name);
      names[slot] = name;
      decisions[slot] = decision;
    });
  }

  private int slot(String name) {
    int hash = 0;
    for (int i = 0; i < name.length(); i++) {
      hash = hash * 31 + Fold.letter(name.charAt(i));
    }
    int slot = spread(hash);
    while (names[slot] != null && !names[slot].equals(name)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int spread(int hash) {
    return (hash ^ (hash >>> 15)) & mask;
  }

  /** Returns what was decided on the name from {@code start} to {@code end}, null if nothing. */
  @Nullable
  Decision find(CharSequence text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      int letter = Fold.letter(text.charAt(i));
      hash = letter == Fold.DROPPED ? hash : hash * 31 + letter;
    }
    for (int slot = spread(hash); names[slot] != null; slot = (slot + 1) & mask) {
      if (isFolded(text, start, end, names[slot])) {
        return decisions[slot];
      }
    }
    return null;
  }

  private static boolean isFolded(CharSequence text, int start, int end, String name) {
    int matched = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Fold.isDropped(c)) {
        continue;
      }
      if (matched == name.length() || Fold.lower(c) != name.charAt(matched)) {
        return false;
      }
      matched++;
    }
    return matched == name.length();
  }
}
