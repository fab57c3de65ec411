/**
 * What somebody meets who has read the README and nothing else. Start at
 * {@link dev.whence.matrix.stranger.StrangerTest}.
 */
@NullMarked
package dev.whence.matrix.stranger;

import org.jspecify.annotations.NullMarked;
