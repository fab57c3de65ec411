package dev.whence.group;

import dev.whence.event.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a stack that say where something failed: the innermost, each once, without plumbing
 * and without what only passes calls on.
 *
 * @param own of the application's code, at most {@value #MOST_OWN}
 * @param foreign of libraries, at most {@value #MOST_FOREIGN}
 */
record Stack(List<Place> own, List<Place> foreign) {
  private static final int MOST_OWN = 4;
  private static final int MOST_FOREIGN = 2;

  /** Returns the first call of the application's code. */
  @Nullable
  Place first() {
    return own.isEmpty() ? null : own.get(0);
  }

  static Stack of(List<Frame> frames, @Nullable Handler handler, Names names) {
    Reader reader = new Reader(names);
    for (Frame frame : frames) {
      if (reader.own.size() == MOST_OWN || !reader.goesOn(frame, handler)) {
        break;
      }
    }
    return new Stack(reader.own, reader.foreign);
  }

  /** Goes from the innermost call outward. */
  private static final class Reader {
    private final Names names;
    private final List<Place> own = new ArrayList<>(MOST_OWN);
    private final List<Place> foreign = new ArrayList<>(MOST_FOREIGN);
    private @Nullable Place callee;
    private boolean isByReflection;

    Reader(Names names) {
      this.names = names;
    }

    /** Takes {@code frame} in; returns false if what called it says nothing more. */
    boolean goesOn(Frame frame, @Nullable Handler handler) {
      if (Plumbing.isPlumbing(frame.module())) {
        isByReflection = true;
        return true;
      }
      if (!own.isEmpty() && Plumbing.runsTasks(frame.module())) {
        return false;
      }
      Place place = names.place(frame);
      boolean passes = Plumbing.passesOn(place, callee, isByReflection);
      callee = place;
      isByReflection = false;
      if (!passes) {
        add(place, frame.inApp());
      }
      boolean isEnd = frame.inApp() && place.isInitializer();
      return !isEnd && (handler == null || !handler.is(place));
    }

    private void add(Place place, boolean isOwn) {
      List<Place> places = isOwn ? own : foreign;
      int most = isOwn ? MOST_OWN : MOST_FOREIGN;
      if (places.size() < most && places.stream().noneMatch(place::is)) {
        places.add(place);
      }
    }
  }
}
