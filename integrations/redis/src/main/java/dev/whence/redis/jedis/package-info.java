/**
 * Listening to Jedis, by the connections that it talks over. Start at
 * {@link dev.whence.redis.jedis.TracedConnections}.
 */
@NullMarked
package dev.whence.redis.jedis;

import org.jspecify.annotations.NullMarked;
