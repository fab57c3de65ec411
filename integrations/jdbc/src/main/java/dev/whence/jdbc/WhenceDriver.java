package dev.whence.jdbc;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The driver of {@code jdbc:whence:<url>}, where {@code <url>} is another driver's without its
 * {@code jdbc:}: connections are that driver's, and Whence sees what they run.
 *
 * <p>{@link DriverManager} keeps drivers as long as it lives: an application that is redeployed
 * calls {@link #deregister} at its end, unless its container takes back what it registered, as
 * Tomcat does. For any thread.
 */
public final class WhenceDriver implements Driver {
  /** The property that names the data source in spans and breadcrumbs; no other driver sees it. */
  public static final String NAME_PROPERTY = "whence.data-source";

  private static final int MOST_SOURCES = 64;
  private static final WhenceDriver REGISTERED = new WhenceDriver();

  static {
    try {
      DriverManager.registerDriver(REGISTERED);
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Map<Key, Source> sources = new ConcurrentHashMap<>();

  /** Takes the driver back from {@link DriverManager}. Does nothing when called again. */
  public static void deregister() throws SQLException {
    DriverManager.deregisterDriver(REGISTERED);
  }

  /** Returns a connection of the other driver; null for URLs that are none of this one's. */
  @Override
  public @Nullable Connection connect(String url, Properties properties) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    String realUrl = JdbcUrl.real(url);
    Driver real = DriverManager.getDriver(realUrl);
    Properties others = copy(properties);
    Object name = others.remove(NAME_PROPERTY);
    Key key = new Key(realUrl, name == null ? JdbcUrl.name(realUrl) : name.toString());
    return source(key).connection(() -> real.connect(realUrl, others));
  }

  /** Returns all of {@code properties}, which may have defaults that are no entries of its own. */
  private static Properties copy(Properties properties) {
    Properties copy = new Properties();
    for (String name : properties.stringPropertyNames()) {
      copy.setProperty(name, properties.getProperty(name));
    }
    copy.putAll(properties);
    return copy;
  }

  /**
   * What makes two data sources one. The {@code equals} of the compiler would hold on to the class
   * loader.
   */
  private record Key(String url, String name) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && url.equals(key.url) && name.equals(key.name);
    }

    @Override
    public int hashCode() {
      return 31 * url.hashCode() + name.hashCode();
    }
  }

  /** Returns the data source of that URL, a passing one where there are very many. */
  private Source source(Key key) {
    if (sources.size() >= MOST_SOURCES && !sources.containsKey(key)) {
      return new Source(key.name());
    }
    return sources.computeIfAbsent(key, known -> new Source(known.name()));
  }

  @Override
  public boolean acceptsURL(String url) {
    return url != null && url.startsWith(JdbcUrl.PREFIX);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties)
      throws SQLException {
    String realUrl = JdbcUrl.real(url);
    return DriverManager.getDriver(realUrl).getPropertyInfo(realUrl, properties);
  }

  @Override
  public int getMajorVersion() {
    return 0;
  }

  @Override
  public int getMinorVersion() {
    return 1;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("whence-jdbc logs nothing by java.util.logging");
  }
}
