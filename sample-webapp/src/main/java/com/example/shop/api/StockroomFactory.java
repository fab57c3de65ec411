package com.example.shop.api;

import com.example.shop.stock.Stockroom;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcDataSource;

/** Opens the stockroom, in a database that lives as long as the shop. */
final class StockroomFactory implements Supplier<Stockroom> {
  @Override
  public Stockroom get() {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:stockroom-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    try {
      return new Stockroom(database);
    } catch (SQLException e) {
      throw new IllegalStateException("the stockroom's database cannot be opened", e);
    }
  }
}
