package dev.whence.jdbc.rows;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;

/** Changes the columns of a driver's rows by their place. */
abstract class UpdatesByIndex extends Columns {
  UpdatesByIndex(ResultSet real) {
    super(real);
  }

  @Override
  public final void updateNull(int column) throws SQLException {
    real.updateNull(column);
  }

  @Override
  public final void updateBoolean(int column, boolean value) throws SQLException {
    real.updateBoolean(column, value);
  }

  @Override
  public final void updateByte(int column, byte value) throws SQLException {
    real.updateByte(column, value);
  }

  @Override
  public final void updateShort(int column, short value) throws SQLException {
    real.updateShort(column, value);
  }

  @Override
  public final void updateInt(int column, int value) throws SQLException {
    real.updateInt(column, value);
  }

  @Override
  public final void updateLong(int column, long value) throws SQLException {
    real.updateLong(column, value);
  }

  @Override
  public final void updateFloat(int column, float value) throws SQLException {
    real.updateFloat(column, value);
  }

  @Override
  public final void updateDouble(int column, double value) throws SQLException {
    real.updateDouble(column, value);
  }

  @Override
  public final void updateBigDecimal(int column, BigDecimal value) throws SQLException {
    real.updateBigDecimal(column, value);
  }

  @Override
  public final void updateString(int column, String value) throws SQLException {
    real.updateString(column, value);
  }

  @Override
  public final void updateBytes(int column, byte[] value) throws SQLException {
    real.updateBytes(column, value);
  }

  @Override
  public final void updateDate(int column, Date value) throws SQLException {
    real.updateDate(column, value);
  }

  @Override
  public final void updateTime(int column, Time value) throws SQLException {
    real.updateTime(column, value);
  }

  @Override
  public final void updateTimestamp(int column, Timestamp value) throws SQLException {
    real.updateTimestamp(column, value);
  }

  @Override
  public final void updateAsciiStream(int column, InputStream value, int length)
      throws SQLException {
    real.updateAsciiStream(column, value, length);
  }

  @Override
  public final void updateBinaryStream(int column, InputStream value, int length)
      throws SQLException {
    real.updateBinaryStream(column, value, length);
  }

  @Override
  public final void updateCharacterStream(int column, Reader value, int length)
      throws SQLException {
    real.updateCharacterStream(column, value, length);
  }

  @Override
  public final void updateObject(int column, Object value, int scaleOrLength) throws SQLException {
    real.updateObject(column, value, scaleOrLength);
  }

  @Override
  public final void updateObject(int column, Object value) throws SQLException {
    real.updateObject(column, value);
  }

  @Override
  public final void updateRef(int column, Ref value) throws SQLException {
    real.updateRef(column, value);
  }

  @Override
  public final void updateBlob(int column, Blob value) throws SQLException {
    real.updateBlob(column, value);
  }

  @Override
  public final void updateClob(int column, Clob value) throws SQLException {
    real.updateClob(column, value);
  }

  @Override
  public final void updateArray(int column, Array value) throws SQLException {
    real.updateArray(column, value);
  }

  @Override
  public final void updateRowId(int column, RowId value) throws SQLException {
    real.updateRowId(column, value);
  }

  @Override
  public final void updateNString(int column, String value) throws SQLException {
    real.updateNString(column, value);
  }

  @Override
  public final void updateNClob(int column, NClob value) throws SQLException {
    real.updateNClob(column, value);
  }

  @Override
  public final void updateSQLXML(int column, SQLXML value) throws SQLException {
    real.updateSQLXML(column, value);
  }

  @Override
  public final void updateNCharacterStream(int column, Reader value, long length)
      throws SQLException {
    real.updateNCharacterStream(column, value, length);
  }

  @Override
  public final void updateAsciiStream(int column, InputStream value, long length)
      throws SQLException {
    real.updateAsciiStream(column, value, length);
  }

  @Override
  public final void updateBinaryStream(int column, InputStream value, long length)
      throws SQLException {
    real.updateBinaryStream(column, value, length);
  }

  @Override
  public final void updateCharacterStream(int column, Reader value, long length)
      throws SQLException {
    real.updateCharacterStream(column, value, length);
  }

  @Override
  public final void updateBlob(int column, InputStream value, long length) throws SQLException {
    real.updateBlob(column, value, length);
  }

  @Override
  public final void updateClob(int column, Reader value, long length) throws SQLException {
    real.updateClob(column, value, length);
  }

  @Override
  public final void updateNClob(int column, Reader value, long length) throws SQLException {
    real.updateNClob(column, value, length);
  }

  @Override
  public final void updateNCharacterStream(int column, Reader value) throws SQLException {
    real.updateNCharacterStream(column, value);
  }

  @Override
  public final void updateAsciiStream(int column, InputStream value) throws SQLException {
    real.updateAsciiStream(column, value);
  }

  @Override
  public final void updateBinaryStream(int column, InputStream value) throws SQLException {
    real.updateBinaryStream(column, value);
  }

  @Override
  public final void updateCharacterStream(int column, Reader value) throws SQLException {
    real.updateCharacterStream(column, value);
  }

  @Override
  public final void updateBlob(int column, InputStream value) throws SQLException {
    real.updateBlob(column, value);
  }

  @Override
  public final void updateClob(int column, Reader value) throws SQLException {
    real.updateClob(column, value);
  }

  @Override
  public final void updateNClob(int column, Reader value) throws SQLException {
    real.updateNClob(column, value);
  }

  @Override
  public final void updateObject(int column, Object value, SQLType type, int scaleOrLength)
      throws SQLException {
    real.updateObject(column, value, type, scaleOrLength);
  }

  @Override
  public final void updateObject(int column, Object value, SQLType type) throws SQLException {
    real.updateObject(column, value, type);
  }
}
