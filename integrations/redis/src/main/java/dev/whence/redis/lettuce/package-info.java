/**
 * Listening to Lettuce, by its own listener. Start at
 * {@link dev.whence.redis.lettuce.TracedCommands}.
 */
@NullMarked
package dev.whence.redis.lettuce;

import org.jspecify.annotations.NullMarked;
