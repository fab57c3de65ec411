package dev.whence.event;

/**
 * A figure of a whole request or job.
 *
 * @param unit one that the event payload knows, such as {@code millisecond}, {@code byte} or
 *     {@code none}
 */
public record Measurement(double value, String unit) {}
