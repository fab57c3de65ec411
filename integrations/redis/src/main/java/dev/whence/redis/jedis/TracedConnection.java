package dev.whence.redis.jedis;

import dev.whence.redis.RedisServer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * A connection that tells the request at hand of its commands; for a {@code Jedis} of its own.
 *
 * <pre>{@code
 * Jedis jedis = new Jedis(new TracedConnection(server, config));
 * }</pre>
 *
 * <p>Its greeting (login, choice of database) belongs to nobody's request and is not told. Answers
 * and exceptions are those of Jedis.
 */
public final class TracedConnection extends Connection {
  /** Not there while the constructor of Jedis greets the server. */
  private final @Nullable Exchange exchange;

  /** Connects to {@code server}. */
  public TracedConnection(HostAndPort server, JedisClientConfig config) {
    super(server, config);
    exchange = new Exchange(new RedisServer(server.getHost(), server.getPort()));
  }

  @Override
  public void sendCommand(CommandArguments command) {
    if (exchange == null || !exchange.sending(command)) {
      super.sendCommand(command);
      return;
    }
    try {
      super.sendCommand(command);
    } catch (RuntimeException | Error e) {
      exchange.broke(e);
      throw e;
    }
  }

  @Override
  protected void flush() {
    if (exchange == null) {
      super.flush();
      return;
    }
    exchange.flushing();
    try {
      super.flush();
    } catch (RuntimeException | Error e) {
      exchange.broke(e);
      throw e;
    }
  }

  @Override
  protected @Nullable Object readProtocolWithCheckingBroken() {
    if (exchange == null) {
      return super.readProtocolWithCheckingBroken();
    }
    try {
      Object answer = super.readProtocolWithCheckingBroken();
      exchange.answered(answer);
      return answer;
    } catch (JedisDataException e) {
      exchange.refused(e);
      throw e;
    } catch (RuntimeException | Error e) {
      exchange.broke(e);
      throw e;
    }
  }

  @Override
  public void close() {
    if (exchange != null) {
      exchange.end();
    }
    super.close();
  }
}
