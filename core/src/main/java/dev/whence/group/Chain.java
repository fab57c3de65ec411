package dev.whence.group;

import dev.whence.event.Frame;
import dev.whence.event.ThrownException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions of an event from the outermost to the root, without suppressed ones and without
 * those that only carry another. At most {@value #MOST} are looked at. Immutable.
 *
 * @param links those that say something, at least one, the root last
 * @param carriers those left out
 */
record Chain(List<Link> links, List<Link> carriers) {
  private static final int MOST = 16;
  private static final int MOST_FRAMES = 1_024;

  /** How the JVM remembers what a class failed of, for those who use it later. */
  private static final String REMEMBERED = "Exception ";

  static Chain of(List<ThrownException> exceptions, Names names) {
    List<Link> all = known(all(exceptions, names));
    List<Link> links = new ArrayList<>();
    List<Link> carriers = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean isCarrier = i + 1 < all.size() && Wrappers.isTransparent(all.get(i), all.get(i + 1));
      (isCarrier ? carriers : links).add(all.get(i));
    }
    Link root = links.remove(links.size() - 1);
    links.add(original(root, names));
    return new Chain(links, carriers);
  }

  Link root() {
    return links.get(links.size() - 1);
  }

  List<Link> outer() {
    return links.subList(0, links.size() - 1);
  }

  private static List<Link> all(List<ThrownException> exceptions, Names names) {
    List<Link> all = new ArrayList<>();
    ThrownException next = exceptions.get(0);
    List<Frame> frames = next.frames();
    while (next != null && all.size() < MOST) {
      frames = whole(next, all.isEmpty() ? List.of() : frames);
      all.add(Link.of(next, frames, names));
      next = causeOf(next, exceptions);
    }
    return all;
  }

  /** Causes have higher numbers than what they caused, so that nothing goes in circles. */
  private static @Nullable ThrownException causeOf(
      ThrownException thrown, List<ThrownException> exceptions) {
    int id = thrown.mechanism().exceptionId();
    for (int i = 0; i < Math.min(exceptions.size(), MOST); i++) {
      ThrownException other = exceptions.get(i);
      if (other.mechanism().parentId() == id
          && other.mechanism().exceptionId() > id
          && other.mechanism().type().equals("chained")) {
        return other;
      }
    }
    return null;
  }

  /** Returns the frames of {@code thrown}, with those of {@code enclosing} that it shares. */
  private static List<Frame> whole(ThrownException thrown, List<Frame> enclosing) {
    List<Frame> own = thrown.frames();
    Object noted = thrown.mechanism().data().get("frames_in_common");
    int common = noted instanceof Integer number ? Math.min(number, enclosing.size()) : 0;
    if (common <= 0 && own.size() <= MOST_FRAMES) {
      return own;
    }
    List<Frame> whole = new ArrayList<>(own.subList(0, Math.min(own.size(), MOST_FRAMES)));
    whole.addAll(enclosing.subList(enclosing.size() - Math.max(0, common), enclosing.size()));
    return whole.size() <= MOST_FRAMES ? whole : whole.subList(0, MOST_FRAMES);
  }

  /** Returns the chain up to a class that is not known, unless that tells why. */
  private static List<Link> known(List<Link> all) {
    for (int i = 0; i + 1 < all.size(); i++) {
      if (all.get(i).type().equals(Link.UNKNOWN_CLASS)
          && !Wrappers.isTransparent(all.get(i), all.get(i + 1))) {
        return all.subList(0, i + 1);
      }
    }
    return all;
  }

  /** Returns the exception that an initializer's error without a cause remembers. */
  private static Link original(Link root, Names names) {
    String message = root.message();
    if (!root.type().equals(Link.INITIALIZER) || !message.startsWith(REMEMBERED)) {
      return root;
    }
    int start = REMEMBERED.length();
    int end = start;
    while (end < message.length() && message.charAt(end) != ':' && message.charAt(end) != ' ') {
      end++;
    }
    int thread = message.lastIndexOf(" [in thread ");
    int from = Math.min(message.length(), end + 2);
    String told = message.substring(from, thread < from ? message.length() : thread);
    boolean hasMessage = end < message.length() && message.charAt(end) == ':';
    return root.as(names.type(message.substring(start, end)), hasMessage ? told : "");
  }
}
