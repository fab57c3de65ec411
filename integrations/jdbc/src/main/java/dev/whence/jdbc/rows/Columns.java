package dev.whence.jdbc.rows;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;

/** Reads the columns of a driver's rows. */
@SuppressWarnings("deprecation") // old applications call what JDBC deprecates
abstract class Columns extends Cursor {
  Columns(ResultSet real) {
    super(real);
  }

  @Override
  public final String getString(int column) throws SQLException {
    return real.getString(column);
  }

  @Override
  public final boolean getBoolean(int column) throws SQLException {
    return real.getBoolean(column);
  }

  @Override
  public final byte getByte(int column) throws SQLException {
    return real.getByte(column);
  }

  @Override
  public final short getShort(int column) throws SQLException {
    return real.getShort(column);
  }

  @Override
  public final int getInt(int column) throws SQLException {
    return real.getInt(column);
  }

  @Override
  public final long getLong(int column) throws SQLException {
    return real.getLong(column);
  }

  @Override
  public final float getFloat(int column) throws SQLException {
    return real.getFloat(column);
  }

  @Override
  public final double getDouble(int column) throws SQLException {
    return real.getDouble(column);
  }

  @Override
  public final BigDecimal getBigDecimal(int column, int scale) throws SQLException {
    return real.getBigDecimal(column, scale);
  }

  @Override
  public final byte[] getBytes(int column) throws SQLException {
    return real.getBytes(column);
  }

  @Override
  public final Date getDate(int column) throws SQLException {
    return real.getDate(column);
  }

  @Override
  public final Time getTime(int column) throws SQLException {
    return real.getTime(column);
  }

  @Override
  public final Timestamp getTimestamp(int column) throws SQLException {
    return real.getTimestamp(column);
  }

  @Override
  public final InputStream getAsciiStream(int column) throws SQLException {
    return real.getAsciiStream(column);
  }

  @Override
  public final InputStream getUnicodeStream(int column) throws SQLException {
    return real.getUnicodeStream(column);
  }

  @Override
  public final InputStream getBinaryStream(int column) throws SQLException {
    return real.getBinaryStream(column);
  }

  @Override
  public final String getString(String column) throws SQLException {
    return real.getString(column);
  }

  @Override
  public final boolean getBoolean(String column) throws SQLException {
    return real.getBoolean(column);
  }

  @Override
  public final byte getByte(String column) throws SQLException {
    return real.getByte(column);
  }

  @Override
  public final short getShort(String column) throws SQLException {
    return real.getShort(column);
  }

  @Override
  public final int getInt(String column) throws SQLException {
    return real.getInt(column);
  }

  @Override
  public final long getLong(String column) throws SQLException {
    return real.getLong(column);
  }

  @Override
  public final float getFloat(String column) throws SQLException {
    return real.getFloat(column);
  }

  @Override
  public final double getDouble(String column) throws SQLException {
    return real.getDouble(column);
  }

  @Override
  public final BigDecimal getBigDecimal(String column, int scale) throws SQLException {
    return real.getBigDecimal(column, scale);
  }

  @Override
  public final byte[] getBytes(String column) throws SQLException {
    return real.getBytes(column);
  }

  @Override
  public final Date getDate(String column) throws SQLException {
    return real.getDate(column);
  }

  @Override
  public final Time getTime(String column) throws SQLException {
    return real.getTime(column);
  }

  @Override
  public final Timestamp getTimestamp(String column) throws SQLException {
    return real.getTimestamp(column);
  }

  @Override
  public final InputStream getAsciiStream(String column) throws SQLException {
    return real.getAsciiStream(column);
  }

  @Override
  public final InputStream getUnicodeStream(String column) throws SQLException {
    return real.getUnicodeStream(column);
  }

  @Override
  public final InputStream getBinaryStream(String column) throws SQLException {
    return real.getBinaryStream(column);
  }

  @Override
  public final Object getObject(int column) throws SQLException {
    return real.getObject(column);
  }

  @Override
  public final Object getObject(String column) throws SQLException {
    return real.getObject(column);
  }

  @Override
  public final int findColumn(String column) throws SQLException {
    return real.findColumn(column);
  }

  @Override
  public final Reader getCharacterStream(int column) throws SQLException {
    return real.getCharacterStream(column);
  }

  @Override
  public final Reader getCharacterStream(String column) throws SQLException {
    return real.getCharacterStream(column);
  }

  @Override
  public final BigDecimal getBigDecimal(int column) throws SQLException {
    return real.getBigDecimal(column);
  }

  @Override
  public final BigDecimal getBigDecimal(String column) throws SQLException {
    return real.getBigDecimal(column);
  }

  @Override
  public final Object getObject(int column, Map<String, Class<?>> types) throws SQLException {
    return real.getObject(column, types);
  }

  @Override
  public final Ref getRef(int column) throws SQLException {
    return real.getRef(column);
  }

  @Override
  public final Blob getBlob(int column) throws SQLException {
    return real.getBlob(column);
  }

  @Override
  public final Clob getClob(int column) throws SQLException {
    return real.getClob(column);
  }

  @Override
  public final Array getArray(int column) throws SQLException {
    return real.getArray(column);
  }

  @Override
  public final Object getObject(String column, Map<String, Class<?>> types) throws SQLException {
    return real.getObject(column, types);
  }

  @Override
  public final Ref getRef(String column) throws SQLException {
    return real.getRef(column);
  }

  @Override
  public final Blob getBlob(String column) throws SQLException {
    return real.getBlob(column);
  }

  @Override
  public final Clob getClob(String column) throws SQLException {
    return real.getClob(column);
  }

  @Override
  public final Array getArray(String column) throws SQLException {
    return real.getArray(column);
  }

  @Override
  public final Date getDate(int column, Calendar calendar) throws SQLException {
    return real.getDate(column, calendar);
  }

  @Override
  public final Date getDate(String column, Calendar calendar) throws SQLException {
    return real.getDate(column, calendar);
  }

  @Override
  public final Time getTime(int column, Calendar calendar) throws SQLException {
    return real.getTime(column, calendar);
  }

  @Override
  public final Time getTime(String column, Calendar calendar) throws SQLException {
    return real.getTime(column, calendar);
  }

  @Override
  public final Timestamp getTimestamp(int column, Calendar calendar) throws SQLException {
    return real.getTimestamp(column, calendar);
  }

  @Override
  public final Timestamp getTimestamp(String column, Calendar calendar) throws SQLException {
    return real.getTimestamp(column, calendar);
  }

  @Override
  public final URL getURL(int column) throws SQLException {
    return real.getURL(column);
  }

  @Override
  public final URL getURL(String column) throws SQLException {
    return real.getURL(column);
  }

  @Override
  public final RowId getRowId(int column) throws SQLException {
    return real.getRowId(column);
  }

  @Override
  public final RowId getRowId(String column) throws SQLException {
    return real.getRowId(column);
  }

  @Override
  public final NClob getNClob(int column) throws SQLException {
    return real.getNClob(column);
  }

  @Override
  public final NClob getNClob(String column) throws SQLException {
    return real.getNClob(column);
  }

  @Override
  public final SQLXML getSQLXML(int column) throws SQLException {
    return real.getSQLXML(column);
  }

  @Override
  public final SQLXML getSQLXML(String column) throws SQLException {
    return real.getSQLXML(column);
  }

  @Override
  public final String getNString(int column) throws SQLException {
    return real.getNString(column);
  }

  @Override
  public final String getNString(String column) throws SQLException {
    return real.getNString(column);
  }

  @Override
  public final Reader getNCharacterStream(int column) throws SQLException {
    return real.getNCharacterStream(column);
  }

  @Override
  public final Reader getNCharacterStream(String column) throws SQLException {
    return real.getNCharacterStream(column);
  }

  @Override
  public final <T> T getObject(int column, Class<T> type) throws SQLException {
    return real.getObject(column, type);
  }

  @Override
  public final <T> T getObject(String column, Class<T> type) throws SQLException {
    return real.getObject(column, type);
  }
}
