/**
 * What was captured, from its sighting until it is known to be an event or none, and what was said
 * beside it. Start at {@link dev.whence.capture.Captures}.
 */
@NullMarked
package dev.whence.capture;

import org.jspecify.annotations.NullMarked;
