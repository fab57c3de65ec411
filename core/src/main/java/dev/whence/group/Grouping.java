package dev.whence.group;

import dev.whence.event.ErrorEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which failures are the same, by what stays when a bug shows itself again: in another
 * build, on another thread, with other data.
 *
 * <p>For many threads; remembers names that it has seen, a bounded number.
 */
public final class Grouping {
  private static final int LONGEST_PART = 512;
  private static final String COMPUTED = "default";

  private final Names names = new Names();
  private final UnaryOperator<String> scrubber;
  private final Messages messages;

  /**
   * Prepares to make keys.
   *
   * @param scrubber masks what must not be told in a text of any kind; must not throw
   */
  public Grouping(UnaryOperator<String> scrubber) {
    this.scrubber = scrubber;
    this.messages = new Messages(names, scrubber);
  }

  /**
   * Returns the key of {@code event}, which is not scrubbed yet. Takes time in proportion to the
   * event, messages no more than some thousand characters. Never throws.
   *
   * @param handler the code that the request was given to, such as {@code OrdersResource.order} or
   *     a servlet's class
   */
  public GroupKey keyOf(ErrorEvent event, @Nullable String handler) {
    try {
      GroupKey computed = computed(event, Handler.named(handler));
      return event.fingerprint().isEmpty() ? computed : explicit(event.fingerprint(), computed);
    } catch (Throwable failure) {
      return GroupKey.of(List.of("without key: " + failure.getClass().getName()), false);
    }
  }

  private GroupKey computed(ErrorEvent event, @Nullable Handler handler) {
    Parts parts = new Parts(names, messages, handler, event.transaction().orElse(""));
    return event.exceptions().isEmpty()
        ? parts.ofMessage(event)
        : parts.ofChain(Chain.of(event.exceptions(), names));
  }

  /** What the application says wins; {@code {{default}}} in it is what would have been. */
  private GroupKey explicit(List<String> fingerprint, GroupKey computed) {
    if (fingerprint.stream().allMatch(Grouping::isComputed)) {
      return computed;
    }
    List<String> parts = new ArrayList<>();
    for (String part : fingerprint.subList(0, Math.min(fingerprint.size(), Parts.MOST))) {
      parts.add(isComputed(part) ? COMPUTED + ' ' + computed.key() : "fingerprint " + shown(part));
    }
    return GroupKey.of(parts, computed.isStackless());
  }

  /** Secrets are masked before the text is cut, since half of one is not recognised. */
  private String shown(String part) {
    String clean = scrubber.apply(part);
    return clean.length() <= LONGEST_PART ? clean : clean.substring(0, LONGEST_PART);
  }

  private static boolean isComputed(String part) {
    if (part.length() > LONGEST_PART || !part.startsWith("{{") || !part.endsWith("}}")) {
      return false;
    }
    return part.length() >= 4 && part.substring(2, part.length() - 2).strip().equals(COMPUTED);
  }
}
