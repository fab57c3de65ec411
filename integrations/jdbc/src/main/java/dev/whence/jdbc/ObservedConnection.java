package dev.whence.jdbc;

import dev.whence.call.Call;
import dev.whence.jdbc.sql.SqlText;
import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection whose statements are seen, and how long its transactions take to end. */
final class ObservedConnection extends Forwarding<Connection> {
  private static final SqlText COMMIT = SqlText.of("COMMIT");
  private static final SqlText ROLLBACK = SqlText.of("ROLLBACK");

  private final Source source;

  private ObservedConnection(Connection real, Source source) {
    super(real);
    this.source = source;
  }

  static Connection around(Connection real, Source source) {
    return proxy(Connection.class, new ObservedConnection(real, source));
  }

  @Override
  @Nullable
  Object call(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    Connection connection = (Connection) proxy;
    return switch (method.getName()) {
      case "commit" -> observed("db.commit", COMMIT, () -> forward(method, arguments));
      case "rollback" -> observed("db.rollback", ROLLBACK, () -> forward(method, arguments));
      case "createStatement" -> statement(connection, forward(method, arguments), null);
      case "prepareStatement", "prepareCall" ->
        statement(connection, forward(method, arguments), (String) first(arguments));
      case "getMetaData" -> metaData(connection, forward(method, arguments));
      default -> forward(method, arguments);
    };
  }

  /** What the driver does, one method or another. */
  interface Work {
    @Nullable
    Object run() throws Throwable;
  }

  private @Nullable Object observed(String op, SqlText text, Work work) throws Throwable {
    Call call = source.begin(Source.END, op, real(), () -> text);
    try {
      return work.run();
    } catch (Throwable e) {
      source.fail(call, e);
      throw e;
    } finally {
      call.close();
    }
  }

  private @Nullable Object statement(
      Connection connection, @Nullable Object made, @Nullable String sql) {
    ObservedStatement.Origin origin = new ObservedStatement.Origin(source, real(), connection);
    if (made instanceof CallableStatement callable) {
      return proxy(CallableStatement.class, new ObservedStatement(callable, origin, sql));
    }
    if (made instanceof PreparedStatement prepared) {
      return proxy(PreparedStatement.class, new ObservedStatement(prepared, origin, sql));
    }
    return made instanceof Statement plain
        ? proxy(Statement.class, new ObservedStatement(plain, origin, sql))
        : made;
  }

  private static @Nullable Object metaData(Connection connection, @Nullable Object made) {
    return made instanceof DatabaseMetaData metaData
        ? proxy(DatabaseMetaData.class, new Owned<>(metaData, "getConnection", connection))
        : made;
  }

  private static @Nullable Object first(@Nullable Object @Nullable [] arguments) {
    return arguments == null ? null : arguments[0];
  }
}
