package dev.whence.assemble;

import dev.whence.event.Mechanism;
import dev.whence.event.ThrownException;
import dev.whence.guard.Faults;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a throwable with its causes and suppressed ones. Whatever the throwables' own methods do,
 * the chain comes out: cycles end, a message that fails is named as such.
 *
 * <p>Runs on the recorder's thread, since a message may take its time.
 */
final class ChainReader {
  private static final int MOST = 16;
  private static final int MOST_CHARS = 8_192;

  private final StackReader stacks;
  private final ThrowableNotes notes;
  private final Faults faults;

  ChainReader(StackReader stacks, ThrowableNotes notes, Faults faults) {
    this.stacks = stacks;
    this.notes = notes;
    this.faults = faults;
  }

  /** Returns {@code thrown} first, then what it carries, depth first. */
  List<ThrownException> read(Throwable thrown, String mechanism, boolean handled) {
    Walk walk = new Walk(handled);
    walk.add(new Link(thrown, mechanism, -1, List.of()));
    return walk.found;
  }

  /** A throwable and how it belongs to the one before it. */
  private record Link(
      Throwable throwable, String mechanism, int parent, List<StackTraceElement> enclosing) {}

  private final class Walk {
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<ThrownException> found = new ArrayList<>();
    private final boolean handled;

    /** How many are read; the rest is left to the causes of what is being read. */
    private int most = MOST;

    Walk(boolean handled) {
      this.handled = handled;
    }

    private void add(Link link) {
      Throwable throwable = link.throwable();
      if (found.size() >= most || !seen.add(throwable)) {
        return;
      }
      int id = found.size();
      List<StackTraceElement> stack = stackOf(throwable);
      found.add(read(link, id, stack));
      Throwable cause = causeOf(throwable);
      Throwable[] suppressed = throwable.getSuppressed();
      if (suppressed.length > 0) {
        addSuppressed(suppressed, cause, id, stack);
      }
      if (cause != null) {
        add(new Link(cause, "chained", id, stack));
      }
    }

    private void addSuppressed(
        Throwable[] suppressed, @Nullable Throwable cause, int id, List<StackTraceElement> stack) {
      int all = most;
      most -= length(cause, all - found.size());
      for (Throwable one : suppressed) {
        add(new Link(one, "suppressed", id, stack));
      }
      most = all;
    }

    /** Counts the causes from {@code cause} on, no more than {@code limit}. */
    private int length(@Nullable Throwable cause, int limit) {
      int length = 0;
      Throwable next = cause;
      while (next != null && length < limit && !seen.contains(next)) {
        length++;
        next = causeOf(next);
      }
      return length;
    }

    private ThrownException read(Link link, int id, List<StackTraceElement> stack) {
      StackReader.Stack own = stacks.read(stack, link.enclosing());
      note(own.notes(), link.throwable(), stack);
      Class<?> type = link.throwable().getClass();
      String module = type.getPackageName();
      String name =
          module.isEmpty() ? type.getName() : type.getName().substring(module.length() + 1);
      return new ThrownException(
          name,
          module.isEmpty() ? null : module,
          messageOf(link.throwable()),
          own.frames(),
          new Mechanism(link.mechanism(), handled, id, link.parent(), own.notes()));
    }
  }

  private void note(Map<String, Object> own, Throwable throwable, List<StackTraceElement> stack) {
    try {
      notes.addTo(own, throwable, stack);
    } catch (Throwable e) {
      faults.count("notes", e);
    }
  }

  private @Nullable String messageOf(Throwable throwable) {
    try {
      String message = throwable.getMessage();
      return message == null || message.length() <= MOST_CHARS
          ? message
          : message.substring(0, MOST_CHARS) + '…';
    } catch (Throwable e) {
      faults.count("getMessage", e);
      return "[getMessage failed: " + e.getClass().getName() + ']';
    }
  }

  private List<StackTraceElement> stackOf(Throwable throwable) {
    try {
      return Arrays.asList(throwable.getStackTrace());
    } catch (Throwable e) {
      faults.count("getStackTrace", e);
      return List.of();
    }
  }

  private @Nullable Throwable causeOf(Throwable throwable) {
    try {
      return throwable.getCause();
    } catch (Throwable e) {
      faults.count("getCause", e);
      return null;
    }
  }
}
