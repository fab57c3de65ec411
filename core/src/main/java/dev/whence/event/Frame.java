package dev.whence.event;

import org.jspecify.annotations.Nullable;

/**
 * One call of a stack.
 *
 * @param module the class's full name
 * @param line the line in {@code filename}; below 1 where the class file does not say
 * @param inApp whether the code is the application's own
 */
public record Frame(
    String module,
    String function,
    @Nullable String filename,
    int line,
    boolean isNative,
    boolean inApp) {}
