package dev.whence.refuse;

import org.jspecify.annotations.Nullable;

/** Compares chains of causes, which may be cyclic and whose methods may throw. */
public final class Chains {
  private static final int DEPTH = 32;

  private Chains() {}

  /** Counts the throwables from {@code throwable} to its root, up to a bound. */
  public static int length(Throwable throwable) {
    int length = 1;
    Throwable cause = causeOf(throwable);
    while (cause != null && length < DEPTH) {
      length++;
      cause = causeOf(cause);
    }
    return length;
  }

  /** Says whether one chain runs into the other: both then tell of the same failure. */
  public static boolean share(Throwable left, Throwable right) {
    return contains(left, root(right)) || contains(right, root(left));
  }

  /** Returns the last cause. */
  public static Throwable root(Throwable throwable) {
    Throwable root = throwable;
    for (int i = 0; i < DEPTH; i++) {
      Throwable cause = causeOf(root);
      if (cause == null) {
        return root;
      }
      root = cause;
    }
    return root;
  }

  private static boolean contains(Throwable chain, Throwable sought) {
    Throwable link = chain;
    for (int i = 0; link != null && i < DEPTH; i++) {
      if (link == sought) {
        return true;
      }
      link = causeOf(link);
    }
    return false;
  }

  static @Nullable Throwable causeOf(Throwable throwable) {
    try {
      Throwable cause = throwable.getCause();
      return cause == throwable ? null : cause;
    } catch (Throwable e) {
      return null;
    }
  }
}
