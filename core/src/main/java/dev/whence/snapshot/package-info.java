/**
 * What a request thread takes down of a failure, of a request that is over, or of many, for the
 * recorder to make events of. Start at {@link dev.whence.snapshot.Recordable}.
 */
@NullMarked
package dev.whence.snapshot;

import org.jspecify.annotations.NullMarked;
