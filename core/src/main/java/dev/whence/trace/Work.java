package dev.whence.trace;

/**
 * A piece of the application's work that is measured.
 *
 * @param <T> what it returns
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface Work<T, X extends Exception> {
  T run() throws X;
}
