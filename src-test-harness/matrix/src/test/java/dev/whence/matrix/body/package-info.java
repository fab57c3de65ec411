/**
 * Bodies of requests, on real containers. Start at {@link dev.whence.matrix.body.BodyTableTest}.
 */
@NullMarked
package dev.whence.matrix.body;

import org.jspecify.annotations.NullMarked;
