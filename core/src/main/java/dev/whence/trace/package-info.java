/**
 * Where a request stands among those that it came from and leads to. Start at
 * {@link dev.whence.trace.Trace}.
 */
@NullMarked
package dev.whence.trace;

import org.jspecify.annotations.NullMarked;
