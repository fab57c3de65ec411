/**
 * Where a request stands among those that it came from and leads to. Start at
 * {@link dev.whence.trace.TraceContext}.
 */
@NullMarked
package dev.whence.trace;

import org.jspecify.annotations.NullMarked;
