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
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.event.command.CommandStartedEvent;
import io.lettuce.core.event.command.CommandSucceededEvent;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.lettuce.core.resource.ClientResources;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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

  private static final Map<String, Integer> RECORDED = new ConcurrentHashMap<>();

  private static RedisClient client;
  private static StatefulRedisConnection<String, String> connection;

  private RedisCommands<String, String> redis;

  @BeforeAll
  static void connect() {
    TracedCommands traced = new TracedCommands(new CountingRecorder());
    client = RedisClient.create(
        ClientResources.builder().commandLatencyRecorder(traced).build(), uri());
    client.addListener(traced);
    connection = client.connect();
  }

  private static RedisURI uri() {
    return RedisURI.builder()
        .withHost(RealRedis.HOST)
        .withPort(SERVER.port())
        .withPassword(RealRedis.PASSWORD.toCharArray())
        .build();
  }

  /** Another recorder that the application has. */
  private static final class CountingRecorder implements CommandLatencyRecorder {
    @Override
    public void recordCommandLatency(
        SocketAddress local, SocketAddress remote, ProtocolKeyword type, long first, long last) {
      RECORDED.merge(type.toString(), 1, Integer::sum);
    }
  }

  @BeforeEach
  void empty() {
    redis = connection.sync();
    redis.flushall();
  }

  @AfterAll
  static void disconnect() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
    client.getResources().shutdown(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** What is called within a job. */
  private interface Work {
    void run() throws Exception;
  }

  private RecordedEvent transactionOf(Work work) throws Exception {
    try (Transaction job = whence.whence().transaction("task", "warm the cache")) {
      work.run();
    }
    return whence.transactions().get(0);
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
  void anAnswerThatEndsTheJobIsToldBefore() throws Exception {
    Transaction job = whence.whence().transaction("task", "warm the cache");

    connection
        .async()
        .get("session:a")
        .thenRun(job::close)
        .toCompletableFuture()
        .get();

    RecordedEvent transaction = whence.transactions().get(0);
    assertThat(texts(transaction)).containsExactly("GET session:*");
    assertThat(transaction.at("/spans/0/status")).isEqualTo("ok");
    assertThatEvent(transaction).mentionsNowhere("whence.unfinished");
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
    assertThat(transaction.at("/spans/0/status")).isEqualTo("internal_error");
    assertThat(transaction.at("/spans/0/data/error.type"))
        .isEqualTo(CancellationException.class.getName());
  }

  @Test
  void aReactiveCommandBelongsToTheJobThatSubscribes() throws Exception {
    RecordedEvent transaction =
        transactionOf(() -> connection.reactive().get("session:a").block());

    assertThat(texts(transaction)).containsExactly("GET session:*");
    assertThatEvent(transaction).mentionsNowhere("whence.unfinished");
  }

  @Test
  void aRecorderThatIsThereRecordsOn() {
    redis.strlen("session:a");

    assertThat(RECORDED).containsEntry("STRLEN", 1);
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
    }

    assertThat(texts(whence.transactions().get(0))).isEmpty();
  }

  @Test
  void aListenerAloneHearsOfCommandsToo() throws Exception {
    RedisClient plain = RedisClient.create(uri());
    plain.addListener(new TracedCommands(uri()));

    try (StatefulRedisConnection<String, String> other = plain.connect()) {
      RecordedEvent transaction = transactionOf(() -> {
        assertThat(other.sync().get("session:a")).isNull();
        assertThat(other.sync().incrby("session:a", 1)).isEqualTo(1);
        assertThat(catchThrowable(() -> other.sync().lpush("session:a", "x")))
            .hasMessageStartingWith("WRONGTYPE");
        // An answer after which those before it have been told.
        CompletableFuture.runAsync(other.sync()::ping).join();
      });

      assertThat(texts(transaction))
          .containsExactly("GET session:*", "INCRBY session:*", "LPUSH session:*");
      assertThat(transaction.at("/spans/0/data/server.address")).isEqualTo(RealRedis.HOST);
      assertThat(transaction.at("/spans/1/status")).isEqualTo("ok");
      assertThat(transaction.at("/spans/2/status")).isEqualTo("internal_error");
    } finally {
      plain.shutdown(Duration.ZERO, Duration.ofSeconds(5));
    }
  }

  @Test
  void anAnswerThatNamesAnotherServerIsNotTheLast() throws Exception {
    TracedCommands traced = new TracedCommands(CommandLatencyRecorder.disabled());
    Command<Object, Object, Object> command = command();

    RecordedEvent transaction = transactionOf(() -> {
      traced.commandStarted(new CommandStartedEvent(command, 0));
      command.getOutput().setError("MOVED 81 192.0.2.1:6379");
      traced.recordCommandLatency(
          InetSocketAddress.createUnresolved("localhost", 1),
          InetSocketAddress.createUnresolved("first.example", 1),
          command,
          1,
          2);
      traced.commandSucceeded(new CommandSucceededEvent(command, Map.of(), 0, 1));
    });

    assertThat(transaction.at("/spans/0/status")).isEqualTo("ok");
    assertThatEvent(transaction).mentionsNowhere("first.example");
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // events know no types
  private static Command<Object, Object, Object> command() {
    return new Command(CommandType.READONLY, new StatusOutput<>(StringCodec.UTF8));
  }
}
