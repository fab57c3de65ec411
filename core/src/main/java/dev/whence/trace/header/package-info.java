/**
 * The headers of traces, read and written. Start at {@link dev.whence.trace.header.TraceParent}.
 */
@NullMarked
package dev.whence.trace.header;

import org.jspecify.annotations.NullMarked;
