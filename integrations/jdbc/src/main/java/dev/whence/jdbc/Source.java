package dev.whence.jdbc;

import dev.whence.Whence;
import dev.whence.call.Call;
import dev.whence.call.CallKind;
import dev.whence.jdbc.sql.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One data source as Whence sees it: its name, what is known of its database, the statements that
 * it prepares again and again. Never fails. For any thread.
 */
final class Source {
  /** Waiting for a connection is told of from here on; a pool that has one needs microseconds. */
  static final long LONG_WAIT_MILLIS = 5;

  /** What is asked. */
  static final CallKind STATEMENT = CallKind.statement("jdbc", "query");

  /** How transactions end. */
  static final CallKind END = CallKind.database("jdbc", "query");

  private static final CallKind CONNECTION = new CallKind("jdbc", "connection");
  private static final int MOST_TEXTS = 256;
  private static final int LONGEST_KEPT = 4096;
  private static final int MOST_TRIES = 3;

  private final String name;
  private final LongSupplier nanos;
  private final Map<String, SqlText> texts = new ConcurrentHashMap<>();
  private volatile @Nullable Database database;
  private final AtomicInteger tries = new AtomicInteger();
  private final Lock reading = new ReentrantLock();

  Source(String name) {
    this(name, System::nanoTime);
  }

  Source(String name, LongSupplier nanos) {
    this.name = name;
    this.nanos = nanos;
  }

  /** Opens a connection, or says why there is none. */
  @FunctionalInterface
  interface Opening {
    @Nullable
    Connection open() throws SQLException;
  }

  String name() {
    return name;
  }

  /** Returns a connection that is seen, and tells of it if that took long or failed. */
  @SuppressWarnings("NullAway") // a driver that returns null does so with us too
  Connection connection(Opening opening) throws SQLException {
    long start = nanos.getAsLong();
    try {
      Connection real = opening.open();
      waited(start, null);
      return real == null ? null : ObservedConnection.around(real, this);
    } catch (Throwable e) {
      waited(start, e);
      throw e;
    }
  }

  private void waited(long start, @Nullable Throwable failure) {
    long millis = TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - start);
    if (failure == null && millis < LONG_WAIT_MILLIS) {
      return;
    }
    try (Call call =
        Call.since(CONNECTION, "db.connection", () -> "connection to " + name, start)) {
      call.data("db.data_source", name).data("db.connection.wait_ms", millis);
      call.crumb("data_source", name).crumb("waited_ms", millis);
      if (failure != null) {
        fail(call, failure);
      }
    }
  }

  /** Begins to tell of what is asked by {@code real}. */
  Call begin(CallKind kind, String op, Connection real, Supplier<SqlText> sql) {
    Database known = database(real);
    Asked asked = new Asked(sql);
    Call call = Call.begin(kind, op, asked);
    if (call.isOn()) {
      call.crumb("data_source", name).data("db.data_source", name);
      known.describe(call);
      asked.describe(call);
    }
    return call;
  }

  /** What is asked, which is read only if somebody wants to know. */
  private static final class Asked implements Supplier<String> {
    private final Supplier<SqlText> sql;
    private String operation = "";

    Asked(Supplier<SqlText> sql) {
      this.sql = sql;
    }

    @Override
    public String get() {
      SqlText text = sql.get();
      operation = text.operation();
      return text.text();
    }

    void describe(Call call) {
      if (!operation.isEmpty()) {
        call.data("db.operation", operation);
      }
    }
  }

  /** Notes how a call failed: the class and the SQL state, never a message. */
  void fail(Call call, Throwable failure) {
    call.fail(failure);
    try {
      String state = failure instanceof SQLException e ? e.getSQLState() : null;
      if (state != null && SqlStates.isOne(state)) {
        call.data("db.response.status_code", state).crumb("sql_state", state);
      }
    } catch (RuntimeException e) {
      Whence.current().fault("jdbc", e);
    }
  }

  /** Returns what is left of a statement that will come again; the first of many are kept. */
  SqlText text(String sql) {
    if (sql.length() > LONGEST_KEPT) {
      return SqlText.of(sql);
    }
    if (texts.size() >= MOST_TEXTS) {
      texts.clear();
    }
    return texts.computeIfAbsent(sql, SqlText::of);
  }

  private Database database(Connection real) {
    Database known = database;
    if (known != null) {
      return known;
    }
    if (tries.get() >= MOST_TRIES || Whence.current().currentScope().isEmpty()) {
      return Database.UNKNOWN;
    }
    return read(real);
  }

  /** Asks the driver, one thread at a time; who comes meanwhile does not wait for the database. */
  private Database read(Connection real) {
    if (!reading.tryLock()) {
      return Database.UNKNOWN;
    }
    try {
      Database known = database;
      return known == null ? ask(real) : known;
    } finally {
      reading.unlock();
    }
  }

  private Database ask(Connection real) {
    tries.incrementAndGet();
    try {
      Database read = Database.of(real);
      database = read;
      return read;
    } catch (Throwable e) {
      return Database.UNKNOWN;
    }
  }
}
