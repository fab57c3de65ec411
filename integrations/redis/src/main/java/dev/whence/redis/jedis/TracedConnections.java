package dev.whence.redis.jedis;

import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;

/**
 * Makes the connections of a {@code JedisPooled}, so that each command, pipeline and transaction is
 * a span and a breadcrumb of the request that makes it.
 *
 * <pre>{@code
 * JedisPooled redis = new JedisPooled(new TracedConnections(server, config));
 * }</pre>
 */
public final class TracedConnections extends ConnectionFactory {
  private final HostAndPort server;
  private final JedisClientConfig config;

  /** Makes connections to {@code server}. */
  public TracedConnections(HostAndPort server, JedisClientConfig config) {
    super(server, config);
    this.server = server;
    this.config = config;
  }

  @Override
  public PooledObject<Connection> makeObject() {
    return new DefaultPooledObject<>(withFreshTokens(new TracedConnection(server, config)));
  }

  private Connection withFreshTokens(Connection made) {
    try {
      var tokens = config.getAuthXManager();
      return tokens == null ? made : tokens.addConnection(made);
    } catch (NoSuchMethodError e) {
      return made; // Jedis 5 knows no tokens
    }
  }
}
