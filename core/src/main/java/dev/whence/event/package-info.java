/**
 * What happened, as immutable values: events and their parts. Start at
 * {@link dev.whence.event.ErrorEvent}.
 */
@NullMarked
package dev.whence.event;

import org.jspecify.annotations.NullMarked;
