package dev.whence.event;

import java.util.Map;

/**
 * How an exception came to be seen.
 *
 * @param type {@code servlet}, {@code capture} and the like for the exception that was thrown;
 *     {@code chained} for a cause, {@code suppressed} for a suppressed one
 * @param handled false if nobody in the application caught it
 * @param exceptionId its number in the event, 0 for the one that was thrown
 * @param parentId the number of the exception that it belongs to; negative for none
 * @param data what else is known, such as how many frames were left out
 */
public record Mechanism(
    String type, boolean handled, int exceptionId, int parentId, Map<String, Object> data) {
  public Mechanism {
    data = Map.copyOf(data);
  }
}
