/**
 * From scrubbed events to the JSON that every reporter gets. Runs on the recorder's thread. Start
 * at {@link dev.whence.encode.EventJson}.
 */
@NullMarked
package dev.whence.encode;

import org.jspecify.annotations.NullMarked;
