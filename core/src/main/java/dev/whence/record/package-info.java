/**
 * From a snapshot to a scrubbed, encoded record: inbox, recorder, its watchdog. Start at
 * {@link dev.whence.record.Recorder}.
 */
@NullMarked
package dev.whence.record;

import org.jspecify.annotations.NullMarked;
