package dev.whence.redis.jedis;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.ClientKillParams;

/** A real server, Jedis's own clients. */
class JedisTest {
  @RegisterExtension
  static final RealRedis SERVER = new RealRedis();

  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create().failOnFaults();

  private final HostAndPort address = new HostAndPort(RealRedis.HOST, SERVER.port());
  private final JedisClientConfig config =
      DefaultJedisClientConfig.builder().password(RealRedis.PASSWORD).build();
  private final JedisPooled redis = new JedisPooled(new TracedConnections(address, config));

  @BeforeEach
  void empty() {
    redis.flushAll();
  }

  @AfterEach
  void close() {
    redis.close();
  }

  private RecordedEvent transactionOf(Runnable work) {
    try (Transaction job = whence.whence().transaction("task", "warm the cache")) {
      work.run();
    }
    return whence.transactions().get(0);
  }

  private static List<String> texts(RecordedEvent transaction) {
    return transaction.json().at("/spans").findValuesAsText("description");
  }

  @Test
  void aCommandIsASpanWithItsNameAndTheSortOfItsKey() {
    RecordedEvent transaction = transactionOf(() -> {
      redis.set("session:planted", "planted");
      redis.hset("planted", "planted", "planted");
      redis.mget("user17:planted", "planted");
    });

    assertThat(texts(transaction)).containsExactly("SET session:*", "HSET", "MGET");
    assertThat(transaction.at("/spans/0/op")).isEqualTo("db.redis");
    assertThat(transaction.at("/spans/0/status")).isEqualTo("ok");
    assertThat(transaction.at("/spans/0/data/db.system")).isEqualTo("redis");
    assertThat(transaction.at("/spans/0/data/server.address")).isEqualTo(RealRedis.HOST);
    assertThat(transaction.at("/spans/0/data/server.port"))
        .isEqualTo(String.valueOf(SERVER.port()));
    assertThatEvent(transaction).mentionsNowhere("planted");
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
  void aConnectionOfItsOwnIsListenedToAsWell() {
    try (Jedis jedis = new Jedis(new TracedConnection(address, config))) {
      RecordedEvent transaction = transactionOf(() -> {
        assertThat(jedis.ping()).isEqualTo("PONG");
        jedis.eval("return 'planted'", List.of("session:planted"), List.of());
        assertThat(catchThrowable(() -> jedis.auth("planted")))
            .isInstanceOf(JedisDataException.class);
      });

      assertThat(texts(transaction)).containsExactly("PING", "EVAL", "AUTH");
      assertThatEvent(transaction).mentionsNowhere("planted");
    }
  }

  @Test
  void aPoolOfClientsIsListenedToAsWell() {
    try (JedisPool pool =
        new JedisPool(new JedisPoolConfig(), new TracedClients(address, config))) {
      RecordedEvent transaction = transactionOf(() -> {
        try (Jedis jedis = pool.getResource()) {
          assertThat(jedis.incr("count:planted")).isEqualTo(1);
          jedis.pipelined().close();
        }
      });

      assertThat(texts(transaction)).containsExactly("INCR count:*");
    }
  }

  @Test
  void aPipelineIsOneSpan() {
    RecordedEvent transaction = transactionOf(() -> {
      try (Pipeline pipeline = redis.pipelined()) {
        Response<String> set = pipeline.set("session:planted", "planted");
        Response<String> get = pipeline.get("session:planted");
        pipeline.sync();
        assertThat(set.get()).isEqualTo("OK");
        assertThat(get.get()).isEqualTo("planted");
        pipeline.del("session:planted");
      }
    });

    assertThat(texts(transaction)).containsExactly("PIPELINE", "DEL session:*");
    assertThat(transaction.at("/spans/0/data/db.redis.commands")).isEqualTo("2");
    assertThatEvent(transaction).mentionsNowhere("planted");
  }

  @Test
  void aPipelineWithARefusedCommandIsAFailedSpan() {
    redis.set("name:a", "x");

    RecordedEvent transaction = transactionOf(() -> {
      try (Pipeline pipeline = redis.pipelined()) {
        Response<Long> refused = pipeline.incr("name:a");
        Response<String> answered = pipeline.get("name:a");
        pipeline.sync();
        assertThat(catchThrowable(refused::get)).isInstanceOf(JedisDataException.class);
        assertThat(answered.get()).isEqualTo("x");
      }
    });

    assertThat(texts(transaction)).containsExactly("PIPELINE");
    assertThat(transaction.at("/spans/0/status")).isEqualTo("internal_error");
  }

  @Test
  void aTransactionIsOneSpan() {
    RecordedEvent transaction = transactionOf(() -> {
      try (AbstractTransaction multi = redis.multi()) {
        multi.set("session:planted", "planted");
        multi.get("session:planted");
        multi.incr("count:planted");
        assertThat(multi.exec()).isEqualTo(List.of("OK", "planted", 1L));
      }
      redis.get("count:planted");
    });

    assertThat(texts(transaction)).containsExactly("MULTI", "GET count:*");
    assertThat(transaction.at("/spans/0/data/db.redis.commands")).isEqualTo("3");
    assertThat(transaction.at("/spans/0/status")).isEqualTo("ok");
    assertThatEvent(transaction).mentionsNowhere("planted");
  }

  @Test
  void aTransactionWithARefusedCommandIsAFailedSpan() {
    redis.set("name:a", "x");

    RecordedEvent transaction = transactionOf(() -> {
      try (AbstractTransaction multi = redis.multi()) {
        multi.incr("name:a");
        assertThat(multi.exec().get(0)).isInstanceOf(JedisDataException.class);
      }
    });

    assertThat(texts(transaction)).containsExactly("MULTI");
    assertThat(transaction.at("/spans/0/status")).isEqualTo("internal_error");
  }

  @Test
  void aTransactionThatIsDiscardedEndsThere() {
    RecordedEvent transaction = transactionOf(() -> {
      try (AbstractTransaction multi = redis.multi()) {
        multi.set("session:a", "x");
      }
      redis.get("session:a");
    });

    assertThat(texts(transaction)).containsExactly("MULTI", "GET session:*");
    assertThatEvent(transaction).mentionsNowhere("whence.unfinished");
  }

  @Test
  void aRefusedCommandThrowsWhatJedisThrows() {
    redis.set("name:planted", "planted");
    Throwable[] thrown = new Throwable[1];

    RecordedEvent transaction = transactionOf(
        () -> thrown[0] = catchThrowable(() -> redis.lpush("name:planted", "planted")));

    assertThat(thrown[0])
        .isExactlyInstanceOf(JedisDataException.class)
        .hasMessageStartingWith("WRONGTYPE")
        .hasNoSuppressedExceptions();
    assertThat(texts(transaction)).containsExactly("LPUSH name:*");
    assertThat(transaction.at("/spans/0/status")).isEqualTo("internal_error");
    assertThatEvent(transaction).mentionsNowhere("planted");
  }

  @Test
  void aLostConnectionIsAFailedSpanAndTheNextOneWorks() {
    Throwable[] thrown = new Throwable[1];
    try (Jedis other = new Jedis(address, config)) {
      other.clientKill(
          new ClientKillParams().type(ClientType.NORMAL).skipMe(ClientKillParams.SkipMe.YES));
    }

    RecordedEvent transaction = transactionOf(() -> {
      thrown[0] = catchThrowable(() -> redis.get("session:a"));
      assertThat(redis.get("session:a")).isNull();
    });

    assertThat(thrown[0]).isInstanceOf(JedisConnectionException.class);
    assertThat(texts(transaction)).containsExactly("GET session:*", "GET session:*");
    assertThat(transaction.at("/spans/0/status")).isEqualTo("internal_error");
    assertThat(transaction.at("/spans/1/status")).isEqualTo("ok");
  }

  @Test
  void aCommandThatNobodyReadsIsForgottenWhenItsConnectionGoesBack() {
    RecordedEvent transaction = transactionOf(() -> {
      try (Connection left = redis.getPool().getResource()) {
        left.sendCommand(Protocol.Command.PING);
      }
      assertThat(redis.get("session:b")).isEqualTo("PONG"); // as without us
    });

    assertThat(texts(transaction)).containsExactly("GET session:*");
  }

  @Test
  void listeningToAChannelIsNoCall() {
    List<CompletableFuture<Long>> published = new ArrayList<>();
    JedisPubSub listener = new JedisPubSub() {
      @Override
      public void onSubscribe(String channel, int channels) {
        published.add(CompletableFuture.supplyAsync(() -> redis.publish(channel, "planted")));
      }

      @Override
      public void onMessage(String channel, String message) {
        unsubscribe();
      }
    };

    RecordedEvent transaction = transactionOf(() -> redis.subscribe(listener, "planted"));

    assertThat(published).singleElement().satisfies(to -> assertThat(to.join()).isEqualTo(1));
    assertThat(texts(transaction)).isEmpty();
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
}
