package dev.whence.redis.lettuce;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.whence.Transaction;
import dev.whence.Whence;
import dev.whence.config.TraceKeys;
import dev.whence.event.Level;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.WhenceExtension;
import dev.whence.redis.RealRedis;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real server, Lettuce's own client. */
class LettuceTest {
  @RegisterExtension
  static final RealRedis SERVER = new RealRedis();

  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create().failOnFaults();

  private static RedisClient client;
  private static StatefulRedisConnection<String, String> connection;

  private RedisCommands<String, String> redis;

  @BeforeAll
  static void connect() {
    RedisURI uri = RedisURI.builder()
        .withHost(RealRedis.HOST)
        .withPort(SERVER.port())
        .withPassword(RealRedis.PASSWORD.toCharArray())
        .build();
    client = RedisClient.create(uri);
    client.addListener(new TracedCommands(uri));
    connection = client.connect();
  }

  @BeforeEach
  void empty() {
    redis = connection.sync();
    redis.flushall();
  }

  @AfterAll
  static void disconnect() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
  }

  /** What is called within a job. */
  private interface Work {
    void run() throws Exception;
  }

  private RecordedEvent transactionOf(Work work) throws Exception {
    try (Transaction job = whence.whence().transaction("task", "warm the cache")) {
      work.run();
      awaitListeners();
    }
    return whence.transactions().get(0);
  }

  /** Waits for an answer after which those before it have been told to their listeners. */
  private void awaitListeners() {
    CompletableFuture.runAsync(redis::ping).join();
  }

  private static List<String> texts(RecordedEvent transaction) {
    return transaction.json().at("/spans").findValuesAsText("description");
  }

  @Test
  void aCommandIsASpanWithItsNameAndTheSortOfItsKey() throws Exception {
    RecordedEvent transaction = transactionOf(() -> {
      redis.set("session:planted", "planted");
      redis.hset("planted", "planted", "planted");
      redis.mget("user17:planted", "planted");
      redis.publish("session:planted", "planted");
      redis.eval("return 'planted'", ScriptOutputType.VALUE, "session:planted");
    });

    assertThat(texts(transaction))
        .containsExactly("SET session:*", "HSET", "MGET", "PUBLISH", "EVAL");
    assertThat(transaction.at("/spans/0/op")).isEqualTo("db.redis");
    assertThat(transaction.at("/spans/0/status")).isEqualTo("ok");
    assertThat(transaction.at("/spans/0/data/db.system")).isEqualTo("redis");
    assertThat(transaction.at("/spans/0/data/server.address")).isEqualTo(RealRedis.HOST);
    assertThat(transaction.at("/spans/0/data/server.port"))
        .isEqualTo(String.valueOf(SERVER.port()));
    assertThatEvent(transaction).mentionsNowhere("planted", "whence.unfinished");
  }

  @Test
  void asynchronousCommandsBelongToTheJobThatGaveThem() throws Exception {
    RedisAsyncCommands<String, String> async = connection.async();

    RecordedEvent transaction = transactionOf(() -> {
      RedisFuture<String> set = async.set("session:planted", "planted");
      RedisFuture<String> get = async.get("session:planted");
      assertThat(set.get()).isEqualTo("OK");
      assertThat(get.get()).isEqualTo("planted");
    });

    assertThat(texts(transaction)).containsExactly("SET session:*", "GET session:*");
    assertThatEvent(transaction).mentionsNowhere("planted", "whence.unfinished");
  }

  @Test
  void aCommandLeavesABreadcrumb() {
    try (Transaction job = whence.whence().transaction("task", "a job")) {
      redis.get("session:planted");
      awaitListeners();
      whence.whence().capture("after the command", Level.INFO);
    }

    RecordedEvent event = whence.event();
    assertThatEvent(event).hasBreadcrumbs("GET session:*").mentionsNowhere("planted");
    assertThat(event.at("/breadcrumbs/values/0/category")).isEqualTo("redis");
    assertThat(event.at("/breadcrumbs/values/0/data/duration_ms")).matches("\\d+(\\.\\d+)?");
  }

  @Test
  void anErrorAnswerIsAFailedSpanAndThrowsWhatLettuceThrows() throws Exception {
    redis.set("name:planted", "planted");
    Throwable[] thrown = new Throwable[1];

    RecordedEvent transaction = transactionOf(
        () -> thrown[0] = catchThrowable(() -> redis.lpush("name:planted", "planted")));

    assertThat(thrown[0])
        .isExactlyInstanceOf(RedisCommandExecutionException.class)
        .hasMessageStartingWith("WRONGTYPE")
        .hasNoSuppressedExceptions();
    assertThat(texts(transaction)).containsExactly("LPUSH name:*");
    assertThat(transaction.at("/spans/0/status")).isEqualTo("internal_error");
    assertThatEvent(transaction).mentionsNowhere("planted");
  }

  @Test
  void aCancelledCommandIsAFailedSpan() throws Exception {
    RecordedEvent transaction = transactionOf(() -> {
      connection.setAutoFlushCommands(false);
      try {
        assertThat(connection.async().get("session:a").cancel(true)).isTrue();
      } finally {
        connection.setAutoFlushCommands(true);
        connection.flushCommands();
      }
    });

    assertThat(texts(transaction)).containsExactly("GET session:*");
    assertThat(transaction.at("/spans/0/status")).isNotEqualTo("ok");
  }

  @Test
  void commandsOfATransactionEndWithIt() throws Exception {
    RecordedEvent transaction = transactionOf(() -> {
      redis.multi();
      redis.set("session:a", "x");
      assertThat(redis.exec().<String>get(0)).isEqualTo("OK");
    });

    assertThat(texts(transaction)).containsExactlyInAnyOrder("MULTI", "SET session:*", "EXEC");
    assertThatEvent(transaction).mentionsNowhere("whence.unfinished");
  }

  @Test
  void outsideARequestNothingIsTold() {
    assertThat(redis.set("session:a", "x")).isEqualTo("OK");
    assertThat(redis.get("session:a")).isEqualTo("x");

    assertThat(whence.transactions()).isEmpty();
  }

  @Test
  void integrationsOffSilencesIt() {
    Whence silent = whence.rebuild(builder -> builder.set(TraceKeys.INTEGRATIONS_OFF, "redis"));

    try (Transaction job = silent.transaction("task", "warm the cache")) {
      redis.get("session:a");
      awaitListeners();
    }

    assertThat(texts(whence.transactions().get(0))).isEmpty();
  }

  @Test
  void aClientOfSeveralServersNamesNone() throws Exception {
    RedisURI uri = RedisURI.builder()
        .withHost(RealRedis.HOST)
        .withPort(SERVER.port())
        .withPassword(RealRedis.PASSWORD.toCharArray())
        .build();
    RedisClient several = RedisClient.create(client.getResources(), uri);
    several.addListener(new TracedCommands());

    try (StatefulRedisConnection<String, String> other = several.connect()) {
      RecordedEvent transaction = transactionOf(() -> {
        assertThat(other.sync().get("session:a")).isNull();
        CompletableFuture.runAsync(other.sync()::ping).join();
      });

      assertThat(texts(transaction)).containsExactly("GET session:*");
      assertThat(transaction.json().at("/spans/0/data").has("server.address")).isFalse();
    }
  }
}
