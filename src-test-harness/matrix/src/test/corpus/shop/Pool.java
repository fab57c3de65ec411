package shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Connections of a pool that has one. */
class Pool {
  // unrelated
  private final HikariDataSource connections;

  Pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:");
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(250);
    connections = new HikariDataSource(config);
    try {
      run("CREATE TABLE item (id INT PRIMARY KEY)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, Callable<?>> bugs(int id) {
    Map<String, Callable<?>> bugs = new LinkedHashMap<>();
    bugs.put("pool: exhausted", this::exhaust);
    bugs.put("pool: syntax", () -> run("SELEC " + id));
    bugs.put("pool: no table", () -> run("SELECT * FROM missing WHERE id = " + id));
    bugs.put("pool: duplicate", () -> insertTwice(id));
    bugs.put("pool: closed", () -> useClosed(id));
    bugs.put("pool: data", () -> divide(id));
    return bugs;
  }

  private Object exhaust() throws SQLException {
    try (Connection one = connections.getConnection();
        Connection other = connections.getConnection()) {
      return one == other;
    }
  }

  private Object run(String sql) throws SQLException {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }

  private Object insertTwice(int id) throws SQLException {
    String insert = "INSERT INTO item VALUES (" + id + ")";
    run(insert);
    return run(insert);
  }

  private Object useClosed(int id) throws SQLException {
    Connection connection = connections.getConnection();
    connection.close();
    return connection.prepareStatement("SELECT " + id);
  }

  private Object divide(int id) throws SQLException {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT X / 0 FROM (VALUES (" + id + ")) AS V(X)")) {
      return result.next();
    }
  }

  void close() {
    connections.close();
  }
}
