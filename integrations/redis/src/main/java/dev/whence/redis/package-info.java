/**
 * What the listeners to Redis have in common: how a command is told without telling its values.
 * Start at {@link dev.whence.redis.jedis.TracedConnections} or
 * {@link dev.whence.redis.lettuce.TracedCommands}.
 */
@NullMarked
package dev.whence.redis;

import org.jspecify.annotations.NullMarked;
