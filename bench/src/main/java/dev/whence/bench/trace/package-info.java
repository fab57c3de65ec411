/** What traces cost. Start at {@link dev.whence.bench.trace.TraceCosts}. */
@NullMarked
package dev.whence.bench.trace;

import org.jspecify.annotations.NullMarked;
