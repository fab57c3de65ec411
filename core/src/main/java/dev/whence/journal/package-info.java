/**
 * Bytes on their way from one writer to many readers, in order and within a bound. Start at
 * {@link dev.whence.journal.Journal}.
 */
@NullMarked
package dev.whence.journal;

import org.jspecify.annotations.NullMarked;
