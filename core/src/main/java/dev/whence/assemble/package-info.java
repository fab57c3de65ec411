/**
 * From snapshots to events: chains of causes, frames, notes, spans. Runs on the recorder's thread.
 * Start at {@link dev.whence.assemble.EventAssembler}.
 */
@NullMarked
package dev.whence.assemble;

import org.jspecify.annotations.NullMarked;
