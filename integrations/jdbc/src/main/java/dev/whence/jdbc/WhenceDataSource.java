package dev.whence.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A data source whose statements, batches and transactions are seen by Whence.
 *
 * <p>Does in all else what the data source around which it stands does, and throws what that
 * throws. For any thread.
 */
public final class WhenceDataSource implements DataSource, AutoCloseable {
  private final DataSource real;
  private final Source source;

  private WhenceDataSource(DataSource real, String name) {
    this.real = real;
    this.source = new Source(name);
  }

  /**
   * Returns a data source around {@code dataSource}, which is best the pool, so that waiting for a
   * connection is seen too.
   *
   * @param name tells this data source from others in spans and breadcrumbs, such as {@code orders}
   */
  public static WhenceDataSource around(DataSource dataSource, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank: call it after what it holds");
    }
    return new WhenceDataSource(dataSource, name);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return source.connection(real::getConnection);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return source.connection(() -> real.getConnection(user, password));
  }

  /** Returns the builder of the data source inside; what it builds is not seen. */
  @Override
  public ConnectionBuilder createConnectionBuilder() throws SQLException {
    return real.createConnectionBuilder();
  }

  @Override
  public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
    return real.createShardingKeyBuilder();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return real.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    real.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    real.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return real.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return real.getParentLogger();
  }

  /** Returns the data source inside, or what that can be unwrapped to. */
  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type == WhenceDataSource.class) {
      return type.cast(this);
    }
    return type.isInstance(real) ? type.cast(real) : real.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type == WhenceDataSource.class || type.isInstance(real) || real.isWrapperFor(type);
  }

  /** Closes the data source inside, if it can be closed. */
  @Override
  public void close() throws Exception {
    if (real instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  @Override
  public String toString() {
    return "WhenceDataSource[" + source.name() + "]";
  }
}
