package dev.whence.jdbc.rows;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;

/** Moves over the rows of a driver, and says where they stand. */
abstract class Cursor implements ResultSet {
  final ResultSet real;

  Cursor(ResultSet real) {
    this.real = real;
  }

  @Override
  public final boolean next() throws SQLException {
    return real.next();
  }

  @Override
  public final void close() throws SQLException {
    real.close();
  }

  @Override
  public final boolean wasNull() throws SQLException {
    return real.wasNull();
  }

  @Override
  public final SQLWarning getWarnings() throws SQLException {
    return real.getWarnings();
  }

  @Override
  public final void clearWarnings() throws SQLException {
    real.clearWarnings();
  }

  @Override
  public final String getCursorName() throws SQLException {
    return real.getCursorName();
  }

  @Override
  public final ResultSetMetaData getMetaData() throws SQLException {
    return real.getMetaData();
  }

  @Override
  public final boolean isBeforeFirst() throws SQLException {
    return real.isBeforeFirst();
  }

  @Override
  public final boolean isAfterLast() throws SQLException {
    return real.isAfterLast();
  }

  @Override
  public final boolean isFirst() throws SQLException {
    return real.isFirst();
  }

  @Override
  public final boolean isLast() throws SQLException {
    return real.isLast();
  }

  @Override
  public final void beforeFirst() throws SQLException {
    real.beforeFirst();
  }

  @Override
  public final void afterLast() throws SQLException {
    real.afterLast();
  }

  @Override
  public final boolean first() throws SQLException {
    return real.first();
  }

  @Override
  public final boolean last() throws SQLException {
    return real.last();
  }

  @Override
  public final int getRow() throws SQLException {
    return real.getRow();
  }

  @Override
  public final boolean absolute(int row) throws SQLException {
    return real.absolute(row);
  }

  @Override
  public final boolean relative(int rows) throws SQLException {
    return real.relative(rows);
  }

  @Override
  public final boolean previous() throws SQLException {
    return real.previous();
  }

  @Override
  public final void setFetchDirection(int direction) throws SQLException {
    real.setFetchDirection(direction);
  }

  @Override
  public final int getFetchDirection() throws SQLException {
    return real.getFetchDirection();
  }

  @Override
  public final void setFetchSize(int rows) throws SQLException {
    real.setFetchSize(rows);
  }

  @Override
  public final int getFetchSize() throws SQLException {
    return real.getFetchSize();
  }

  @Override
  public final int getType() throws SQLException {
    return real.getType();
  }

  @Override
  public final int getConcurrency() throws SQLException {
    return real.getConcurrency();
  }

  @Override
  public final boolean rowUpdated() throws SQLException {
    return real.rowUpdated();
  }

  @Override
  public final boolean rowInserted() throws SQLException {
    return real.rowInserted();
  }

  @Override
  public final boolean rowDeleted() throws SQLException {
    return real.rowDeleted();
  }

  @Override
  public final void insertRow() throws SQLException {
    real.insertRow();
  }

  @Override
  public final void updateRow() throws SQLException {
    real.updateRow();
  }

  @Override
  public final void deleteRow() throws SQLException {
    real.deleteRow();
  }

  @Override
  public final void refreshRow() throws SQLException {
    real.refreshRow();
  }

  @Override
  public final void cancelRowUpdates() throws SQLException {
    real.cancelRowUpdates();
  }

  @Override
  public final void moveToInsertRow() throws SQLException {
    real.moveToInsertRow();
  }

  @Override
  public final void moveToCurrentRow() throws SQLException {
    real.moveToCurrentRow();
  }

  @Override
  public final int getHoldability() throws SQLException {
    return real.getHoldability();
  }

  @Override
  public final boolean isClosed() throws SQLException {
    return real.isClosed();
  }
}
