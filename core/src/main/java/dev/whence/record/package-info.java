/**
 * From what a request thread saw to a scrubbed, encoded event: inbox, recorder, frames. Start at
 * {@link dev.whence.record.Recorder}.
 */
@NullMarked
package dev.whence.record;

import org.jspecify.annotations.NullMarked;
