package dev.whence.jdbc;

import dev.whence.call.Call;
import dev.whence.jdbc.rows.Rows;
import dev.whence.jdbc.sql.SqlText;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement of any sort, of which each run is told. For one thread at a time, as it is itself.
 */
final class ObservedStatement extends Forwarding<Statement> {
  private final Origin origin;
  private final @Nullable String prepared;
  private @Nullable SqlText preparedText;

  // What waits to be run at once.
  private @Nullable String batched;
  private int batchSize;

  /**
   * Where a statement comes from.
   *
   * @param real the driver's connection
   * @param connection the application's
   */
  record Origin(Source source, Connection real, Connection connection) {}

  /** Makes a handler; {@code prepared} is null where each run brings its own SQL. */
  ObservedStatement(Statement real, Origin origin, @Nullable String prepared) {
    super(real);
    this.origin = origin;
    this.prepared = prepared;
  }

  @Override
  @Nullable
  Object call(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    return switch (method.getName()) {
      case "executeQuery" -> run("db.query", proxy, method, arguments);
      case "execute", "executeUpdate", "executeLargeUpdate" ->
        run("db.execute", proxy, method, arguments);
      case "executeBatch", "executeLargeBatch" -> runBatch(method, arguments);
      case "addBatch" -> addBatch(method, arguments);
      case "clearBatch" -> clearBatch(method, arguments);
      case "getConnection" -> forward(method, arguments) == null ? null : origin.connection();
      case "getResultSet", "getGeneratedKeys" -> rows(proxy, forward(method, arguments));
      default -> forward(method, arguments);
    };
  }

  private @Nullable Object run(
      String op, Object proxy, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    String own = sql(arguments);
    Call call = begin(op, own);
    try {
      Object result = forward(method, arguments);
      if (result instanceof Number count && count.longValue() >= 0) {
        call.data("db.rows_affected", result).crumb("rows", result);
      }
      return rows(proxy, result);
    } catch (Throwable e) {
      origin.source().fail(call, e);
      throw e;
    } finally {
      call.close();
    }
  }

  private @Nullable Object runBatch(Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    Call call = begin("db.batch", batched);
    call.data("db.operation.batch.size", batchSize).crumb("batch_size", batchSize);
    batched = null;
    batchSize = 0;
    try {
      return forward(method, arguments);
    } catch (Throwable e) {
      origin.source().fail(call, e);
      throw e;
    } finally {
      call.close();
    }
  }

  private @Nullable Object addBatch(Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    Object result = forward(method, arguments);
    batched = batchSize == 0 ? sql(arguments) : batched;
    batchSize++;
    return result;
  }

  private @Nullable Object clearBatch(Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    Object result = forward(method, arguments);
    batched = null;
    batchSize = 0;
    return result;
  }

  private Call begin(String op, @Nullable String own) {
    return origin.source().begin(Source.STATEMENT, op, origin.real(), () -> text(own));
  }

  /** Returns what is left of the SQL that a run brings, else of what was prepared. */
  private SqlText text(@Nullable String own) {
    if (own != null || prepared == null) {
      return SqlText.of(own);
    }
    if (preparedText == null) {
      preparedText = origin.source().text(prepared);
    }
    return preparedText;
  }

  private static @Nullable String sql(@Nullable Object @Nullable [] arguments) {
    return arguments != null && arguments[0] instanceof String sql ? sql : null;
  }

  private static @Nullable Object rows(Object statement, @Nullable Object result) {
    if (!(result instanceof ResultSet rows)) {
      return result;
    }
    return Rows.isComplete()
        ? new Rows(rows, (Statement) statement)
        : proxy(ResultSet.class, new Owned<>(rows, "getStatement", statement));
  }
}
