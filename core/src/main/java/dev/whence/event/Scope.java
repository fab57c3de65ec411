package dev.whence.event;

import java.util.Map;

/** What is known beside a failure: for a whole request, or for one captured event. */
public interface Scope {
  /** Sets a tag, by which receivers search. */
  Scope tag(String name, String value);

  /**
   * Sets named details. Values are texts, numbers, booleans, lists and maps; anything else is sent
   * as its {@code toString()}, which the recorder's thread calls.
   */
  Scope context(String name, Map<String, ?> values);

  Scope user(User user);

  /** Sets what receivers group by in place of their own rules. */
  Scope fingerprint(String... parts);

  /** Adds a breadcrumb; the oldest makes room for the newest. */
  Scope breadcrumb(Breadcrumb breadcrumb);

  /** Adds a breadcrumb of this moment. */
  Scope breadcrumb(String category, String message, Level level);
}
