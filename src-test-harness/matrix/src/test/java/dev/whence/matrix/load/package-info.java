/**
 * Many requests at once, and what they leave behind. Start at
 * {@link dev.whence.matrix.load.MixedLoad}.
 */
@NullMarked
package dev.whence.matrix.load;

import org.jspecify.annotations.NullMarked;
