package dev.whence.redis.jedis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Transaction;
import dev.whence.junit.WhenceExtension;
import dev.whence.redis.RealRedis;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Protocol;

/** The same work with and without Whence, compared answer by answer. */
class SameAnswersTest {
  @RegisterExtension
  static final RealRedis SERVER = new RealRedis();

  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create().failOnFaults();

  private final HostAndPort address = new HostAndPort(RealRedis.HOST, SERVER.port());
  private final JedisClientConfig config = DefaultJedisClientConfig.builder()
      .password(RealRedis.PASSWORD)
      .database(1)
      .build();

  private static final List<Function<JedisPooled, Object>> WORK = List.of(
      JedisPooled::flushAll,
      redis -> redis.set("a:1", "x"),
      redis -> redis.get("a:1"),
      redis -> redis.get("none"),
      redis -> redis.incr("a:1"),
      redis -> redis.incr("n"),
      redis -> redis.hset("h", Map.of("f", "v")),
      redis -> redis.hgetAll("h"),
      redis -> redis.lpush("l", "1", "2"),
      redis -> redis.blpop(1, "l"),
      redis -> redis.blpop(1.0, "l"),
      redis -> redis.zadd("z", 1.5, "m"),
      redis -> redis.zrangeWithScores("z", 0, -1),
      redis -> redis.eval("return {1, 'two', redis.call('get', KEYS[1])}", 1, "a:1"),
      redis -> redis.eval("return redis.call('incr', KEYS[1])", 1, "a:1"),
      redis -> redis.sendCommand(Protocol.Command.ECHO, "hello").getClass(),
      redis -> redis.sendCommand(() -> "nonsense".getBytes(StandardCharsets.UTF_8)),
      redis -> redis.scan("0").getResult().size(),
      SameAnswersTest::pipelined,
      SameAnswersTest::inTransaction,
      SameAnswersTest::inWatchedTransaction,
      SameAnswersTest::inAbortedTransaction);

  private static Object pipelined(JedisPooled redis) {
    try (Pipeline pipeline = redis.pipelined()) {
      pipeline.set("p:1", "x");
      pipeline.incr("p:1");
      pipeline.get("p:1");
      return pipeline.syncAndReturnAll().stream().map(String::valueOf).toList();
    }
  }

  private static Object inTransaction(JedisPooled redis) {
    try (AbstractTransaction multi = redis.multi()) {
      multi.set("p:2", "x");
      multi.incr("p:2");
      return multi.exec().stream().map(String::valueOf).toList();
    }
  }

  private static Object inWatchedTransaction(JedisPooled redis) {
    try (AbstractTransaction watched = redis.transaction(false)) {
      watched.watch("p:3");
      redis.set("p:3", "changed");
      watched.multi();
      watched.set("p:3", "x");
      return watched.exec() == null;
    }
  }

  private static Object inAbortedTransaction(JedisPooled redis) {
    try (AbstractTransaction multi = redis.multi()) {
      multi.sendCommand(Protocol.Command.GET, "too", "many");
      return multi.exec();
    }
  }

  private static List<String> answers(JedisPooled redis) {
    List<String> answers = new ArrayList<>();
    for (Function<JedisPooled, Object> work : WORK) {
      try {
        answers.add(String.valueOf(work.apply(redis)));
      } catch (RuntimeException e) {
        answers.add(e + " " + List.of(e.getSuppressed()));
      }
    }
    return answers;
  }

  @Test
  void answersAndExceptionsAreThoseOfJedis() {
    List<String> plain;
    List<String> traced;

    try (JedisPooled redis = new JedisPooled(address, config)) {
      plain = answers(redis);
    }
    try (JedisPooled redis = new JedisPooled(new TracedConnections(address, config));
        Transaction job = whence.whence().transaction("task", "all sorts of work")) {
      traced = answers(redis);
    }

    assertThat(traced).isEqualTo(plain);
    assertThat(plain).hasSize(WORK.size()).doesNotContain("");
    assertThat(whence.transactions().get(0).json().at("/spans").findValuesAsText("description"))
        .hasSize(WORK.size() + 2)
        .contains("MULTI", "PIPELINE", "WATCH p:*", "NONSENSE", "BLPOP");
  }
}
