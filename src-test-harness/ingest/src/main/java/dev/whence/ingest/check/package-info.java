/**
 * Says what is wrong with a payload. For the receiver alone. Start at
 * {@link dev.whence.ingest.check.EventCheck}.
 */
@NullMarked
package dev.whence.ingest.check;

import org.jspecify.annotations.NullMarked;
