package dev.whence.limit;

import dev.whence.refuse.Refusal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the recorder lets become an event. For its thread, and those that were given up but go on.
 *
 * @param <T> what the summary of a repeated failure is made of
 */
public record Limits<T>(Repeats<T> repeats, Quota quota) {
  /**
   * Says why a failure is not to become an event.
   *
   * @param key its group key
   * @param example makes what stands for it in a summary
   */
  public @Nullable Refusal refusal(String key, Supplier<T> example) {
    if (repeats.isHeldBack(key, example)) {
      return Refusal.REPEAT;
    }
    return quota.refusal();
  }

  /** Says why a summary is not to become an event. */
  public @Nullable Refusal refusalOfSummary() {
    return quota.refusal();
  }

  /** Notes that an event was recorded. */
  public void recorded() {
    quota.recorded();
  }

  /** Writes down what is to outlast the process. */
  public void close() {
    quota.close();
  }
}
