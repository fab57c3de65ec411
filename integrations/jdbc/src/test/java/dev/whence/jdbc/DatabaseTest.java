package dev.whence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of databases by their products and URLs. */
class DatabaseTest {
  @ParameterizedTest
  @CsvSource({
    "PostgreSQL, postgresql",
    "MySQL, mysql",
    "MariaDB, mariadb",
    "Oracle, oracle",
    "Microsoft SQL Server, mssql",
    "H2, h2",
    "HSQL Database Engine, hsqldb",
    "SQLite, sqlite",
    "DB2/LINUXX8664, db2",
    "Apache Derby, derby",
    "Bogus, other_sql",
    "'', other_sql",
    ", other_sql",
  })
  void productsAreSystems(String product, String system) {
    assertThat(Database.system(product)).isEqualTo(system);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      nullValues = "-",
      value = {
        "jdbc:postgresql://db.example.org:5432/shop db.example.org",
        "jdbc:postgresql://db.example.org,db2.example.org/shop db.example.org",
        "jdbc:postgresql://fake:Bogus@db.example.org/shop db.example.org",
        "jdbc:postgresql://fake:B/o@gus@db.example.org/shop db.example.org",
        "jdbc:postgresql://fake:Bo?gus@db.example.org/shop ''",
        "jdbc:postgresql://fake:Bo;gus@db.example.org/shop ''",
        "jdbc:postgresql://db.example.org/shop?user=fake@example.org ''",
        "jdbc:postgresql://db.example.org/shop?user=fake&password=Bogus db.example.org",
        "jdbc:postgresql://[2001:db8::7]:5432/shop [2001:db8::7]",
        "jdbc:postgresql:shop ''",
        "jdbc:mysql://192.0.2.7/shop 192.0.2.7",
        "jdbc:mysql://address=(host=db)(user=fake)/shop ''",
        "jdbc:oracle:thin:@db.example.org:1521:shop db.example.org",
        "jdbc:oracle:thin:fake/Bogus@//db.example.org:1521/shop db.example.org",
        "jdbc:oracle:thin:@(DESCRIPTION=(HOST=db)) ''",
        "jdbc:sqlserver://db.example.org\\inst:1433;password=Bogus db.example.org",
        "jdbc:sqlserver://db.example.org;user=fake db.example.org",
        "jdbc:h2:mem:shop ''",
        "jdbc:h2:tcp://db.example.org/~/shop db.example.org",
        "jdbc:sqlite:/var/shop.db ''",
        "'' ''",
      })
  void urlsNameAHostAndNothingElse(String url, String host) {
    assertThat(JdbcUrl.host(url)).isEqualTo(host);
  }
}
