package com.example.shop.stock;

import dev.whence.jdbc.WhenceDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** What lies on which shelf, in a database. For any thread. */
public final class Stockroom {
  private static final int SHELVES = 12;
  private static final int ARTICLES = 5;

  private static final AtomicInteger OPENED = new AtomicInteger();

  private final DataSource database;

  private Stockroom(DataSource database) {
    this.database = database;
  }

  /** Opens a stockroom of its own, with something on every shelf, that lives as long as the JVM. */
  public static Stockroom open() {
    JdbcDataSource memory = new JdbcDataSource();
    memory.setUrl("jdbc:h2:mem:stockroom-" + OPENED.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    try (Connection connection = memory.getConnection()) {
      fill(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the stockroom's database cannot be opened", e);
    }
    return new Stockroom(WhenceDataSource.around(memory, "stockroom"));
  }

  private static void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE shelf (number INT PRIMARY KEY, aisle VARCHAR(20))");
      statement.execute("CREATE TABLE article (shelf INT, name VARCHAR(40), pieces INT)");
    }
    try (PreparedStatement shelf = connection.prepareStatement("INSERT INTO shelf VALUES (?, ?)");
        PreparedStatement article =
            connection.prepareStatement("INSERT INTO article VALUES (?, ?, ?)")) {
      for (int number = 1; number <= SHELVES; number++) {
        shelf.setInt(1, number);
        shelf.setString(2, number % 2 == 0 ? "north" : "south");
        shelf.addBatch();
        for (int place = 1; place <= ARTICLES; place++) {
          article.setInt(1, number);
          article.setString(2, "Article " + number + '.' + place);
          article.setInt(3, number * place);
          article.addBatch();
        }
      }
      int[] shelves = shelf.executeBatch();
      int[] articles = article.executeBatch();
      assert shelves.length * ARTICLES == articles.length;
    }
  }

  public List<Shelf> shelves() throws SQLException {
    List<Shelf> shelves = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT number, aisle FROM shelf ORDER BY number");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        shelves.add(new Shelf(rows.getInt(1), rows.getString(2)));
      }
    }
    return shelves;
  }

  /** Counts the pieces on one shelf; whoever asks for each shelf alone asks too often. */
  public int piecesOn(Shelf shelf) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT SUM(pieces) FROM article WHERE shelf = ?")) {
      query.setInt(1, shelf.number());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    }
  }
}
