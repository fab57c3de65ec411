package dev.whence.jdbc;

import dev.whence.call.Call;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a database, in the words of OpenTelemetry.
 *
 * @param system such as {@code postgresql}
 * @param name of the database in its server; empty if the driver tells none
 * @param address the server's name or address, without port; empty if there is none
 */
record Database(String system, String name, String address) {
  static final Database UNKNOWN = new Database("other_sql", "", "");

  /** Parts of product names, those that contain another first. */
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    SYSTEMS.put("mariadb", "mariadb");
    SYSTEMS.put("mysql", "mysql");
    SYSTEMS.put("postgresql", "postgresql");
    SYSTEMS.put("oracle", "oracle");
    SYSTEMS.put("microsoft sql server", "mssql");
    SYSTEMS.put("hsql", "hsqldb");
    SYSTEMS.put("sqlite", "sqlite");
    SYSTEMS.put("apache derby", "derby");
    SYSTEMS.put("db2", "db2");
    SYSTEMS.put("h2", "h2");
  }

  static Database of(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    return new Database(
        system(metaData.getDatabaseProductName()),
        orEmpty(connection.getCatalog()),
        JdbcUrl.host(orEmpty(metaData.getURL())));
  }

  static String system(@Nullable String product) {
    String sought = orEmpty(product).toLowerCase(Locale.ROOT);
    return SYSTEMS.entrySet().stream()
        .filter(system -> sought.contains(system.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(UNKNOWN.system());
  }

  void describe(Call call) {
    call.data("db.system", system);
    if (!name.isEmpty()) {
      call.data("db.name", name);
    }
    if (!address.isEmpty()) {
      call.data("server.address", address);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
