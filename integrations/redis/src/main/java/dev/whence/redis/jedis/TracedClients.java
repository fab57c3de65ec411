package dev.whence.redis.jedis;

import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisFactory;
import redis.clients.jedis.RedisProtocol;

/**
 * Makes the clients of a {@code JedisPool}, on the same terms as {@link TracedConnections} does the
 * connections of a {@code JedisPooled}.
 *
 * <pre>{@code
 * JedisPool pool = new JedisPool(poolConfig, new TracedClients(server, config));
 * }</pre>
 *
 * <p>Clients that speak RESP3 are left alone: Jedis reads answers as RESP2 from connections that it
 * has not made itself.
 */
public final class TracedClients extends JedisFactory {
  private final HostAndPort server;
  private final JedisClientConfig config;

  /** Makes clients of {@code server}. */
  public TracedClients(HostAndPort server, JedisClientConfig config) {
    super(server, config);
    this.server = server;
    this.config = config;
  }

  @Override
  public PooledObject<Jedis> makeObject() throws Exception {
    return config.getRedisProtocol() == RedisProtocol.RESP3
        ? super.makeObject()
        : new DefaultPooledObject<>(new Jedis(new TracedConnection(server, config)));
  }
}
