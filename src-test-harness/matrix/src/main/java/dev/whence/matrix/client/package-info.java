/**
 * A client that shows every byte and may misbehave. Start at
 * {@link dev.whence.matrix.client.RawHttp}.
 */
@NullMarked
package dev.whence.matrix.client;

import org.jspecify.annotations.NullMarked;
