/**
 * What is not worth an event, and how that is called when it is counted. Start at
 * {@link dev.whence.refuse.Refusal}.
 */
@NullMarked
package dev.whence.refuse;

import org.jspecify.annotations.NullMarked;
