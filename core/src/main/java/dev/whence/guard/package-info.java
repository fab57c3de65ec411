/**
 * What keeps faults of Whence, and of code that it was given, from the application: they are
 * counted, said in the log, and waited for no longer than asked. Start at
 * {@link dev.whence.guard.Faults}.
 */
@NullMarked
package dev.whence.guard;

import org.jspecify.annotations.NullMarked;
