package dev.whence.group;

import dev.whence.event.Frame;
import dev.whence.event.ThrownException;
import java.util.List;

/**
 * One exception of a chain.
 *
 * @param type its class, by a name that stays
 * @param message empty if there is none
 * @param frames its whole stack, the innermost call first, with those that it shares with the
 *     exception before it
 */
record Link(ThrownException thrown, String type, String message, List<Frame> frames) {
  static final String UNKNOWN_CLASS = "java.lang.NoClassDefFoundError";
  static final String INITIALIZER = "java.lang.ExceptionInInitializerError";

  static Link of(ThrownException thrown, List<Frame> frames, Names names) {
    String name = thrown.module() == null ? thrown.type() : thrown.module() + '.' + thrown.type();
    String message = thrown.value();
    return new Link(thrown, names.type(name), message == null ? "" : message, frames);
  }

  /** Returns this under the name of another class. */
  Link as(String otherType, String otherMessage) {
    return new Link(thrown, otherType, otherMessage, frames);
  }
}
