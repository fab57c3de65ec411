package dev.whence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whence.Transaction;
import dev.whence.event.Level;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.WhenceExtension;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of statements, on each database and through a pool. */
class StatementsTest {
  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create().failOnFaults();

  enum Kind {
    H2("h2"),
    POSTGRES("postgresql"),
    POOLED_H2("h2"),
    POOLED_POSTGRES("postgresql");

    final String system;

    Kind(String system) {
      this.system = system;
    }

    DataSource real() {
      return switch (this) {
        case H2 -> Databases.h2("statements");
        case POSTGRES -> Databases.postgres();
        case POOLED_H2 -> Databases.pooled(Databases.h2("statements"));
        case POOLED_POSTGRES -> Databases.pooled(Databases.postgres());
      };
    }
  }

  /** What a test does with a connection whose database has an empty table named item. */
  private interface Use {
    void with(Connection connection) throws Exception;
  }

  @ParameterizedTest
  @EnumSource
  void eachRunIsASpan(Kind kind) throws Exception {
    Observation seen = observe(kind, connection -> {
      try (Statement statement = connection.createStatement()) {
        statement.execute("insert into item values (1, 'FAKE')");
        statement.executeUpdate("update item set name = 'Bogus' where id in (1, 2, 3)");
        statement.executeQuery("select * from item where id = 1").close();
      }
    });

    assertThat(seen.calls())
        .containsExactly(
            "db.execute insert into item values (?, ?)",
            "db.execute update item set name = ? where id in (?)",
            "db.query select * from item where id = ?");
    assertThat(seen.data(0, "db.system")).isEqualTo(kind.system);
    assertThat(seen.data(0, "db.data_source")).isEqualTo("shop");
    assertThat(seen.data(0, "db.operation")).isEqualTo("INSERT");
    assertThat(seen.data(0, "db.name")).isNotEmpty();
    assertThat(seen.data(1, "db.rows_affected")).isEqualTo("1");
    assertThat(seen.status(2)).isEqualTo("ok");
  }

  @ParameterizedTest
  @EnumSource
  void preparedStatementsAreToldWithoutTheirParameters(Kind kind) throws Exception {
    Observation seen = observe(kind, connection -> {
      try (PreparedStatement statement =
          connection.prepareStatement("insert into item values (?, ?)")) {
        statement.setInt(1, 4711);
        statement.setString(2, "FAKE secret");
        statement.executeUpdate();
      }
    });

    assertThat(seen.calls()).containsExactly("db.execute insert into item values (?, ?)");
    assertThat(seen.transaction().mentions("4711")).isFalse();
    assertThat(seen.transaction().mentions("FAKE")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void batchesAreOneSpanWithTheirSize(Kind kind) throws Exception {
    Observation seen = observe(kind, connection -> {
      try (PreparedStatement statement =
          connection.prepareStatement("insert into item (id) values (?)")) {
        for (int i = 0; i < 3; i++) {
          statement.setInt(1, i);
          statement.addBatch();
        }
        statement.executeBatch();
      }
      try (Statement statement = connection.createStatement()) {
        statement.addBatch("delete from item where id = 8");
        statement.clearBatch();
        statement.addBatch("delete from item where id = 9");
        statement.executeBatch();
      }
    });

    assertThat(seen.calls())
        .containsExactly(
            "db.batch insert into item (id) values (?)", "db.batch delete from item where id = ?");
    assertThat(seen.data(0, "db.operation.batch.size")).isEqualTo("3");
    assertThat(seen.data(1, "db.operation.batch.size")).isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource
  void generatedKeysAreThere(Kind kind) throws Exception {
    Observation seen = observe(kind, connection -> {
      try (PreparedStatement statement =
          connection.prepareStatement("insert into item (id) values (?)", new String[] {"id"})) {
        statement.setInt(1, 17);
        statement.executeUpdate();
        ResultSet keys = statement.getGeneratedKeys();
        keys.next();

        assertThat(keys.getInt(1)).isEqualTo(17);
        assertThat(keys.getStatement()).isSameAs(statement);
      }
    });

    assertThat(seen.calls()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void callsReturnWhatTheyReturn(Kind kind) throws Exception {
    Observation seen = observe(kind, connection -> {
      try (CallableStatement statement = connection.prepareCall("{? = call upper(?)}")) {
        statement.registerOutParameter(1, Types.VARCHAR);
        statement.setString(2, "fake");
        statement.execute();

        assertThat(statement.getString(1)).isEqualTo("FAKE");
      }
    });

    assertThat(seen.calls()).containsExactly("db.execute {? = call upper(?)}");
    assertThat(seen.data(0, "db.operation")).isEqualTo("CALL");
  }

  @ParameterizedTest
  @EnumSource
  void transactionsAreToldWhenTheyEnd(Kind kind) throws Exception {
    Observation seen = observe(kind, connection -> {
      connection.setAutoCommit(false);
      connection.rollback();
      connection.commit();
      connection.setAutoCommit(true);
    });

    assertThat(seen.calls()).containsExactly("db.rollback ROLLBACK", "db.commit COMMIT");
  }

  @ParameterizedTest
  @EnumSource
  void failuresKeepTheirStateAndTheApplicationItsException(Kind kind) throws Exception {
    Observation seen = observe(kind, connection -> {
      try (Statement statement = connection.createStatement()) {
        SQLException thrown = catchThrowableOfType(
            SQLException.class, () -> statement.executeQuery("select 'FAKE' from nowhere"));

        assertThat(thrown.getClass().getName()).doesNotContain("whence", "Undeclared");
        assertThat(thrown.getMessage()).containsIgnoringCase("nowhere");
      }
    });

    assertThat(seen.status(0)).isEqualTo("internal_error");
    assertThat(seen.data(0, "db.response.status_code")).startsWith("42");
    assertThat(seen.transaction().mentions("FAKE")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsMadeNamesWhatTheApplicationHas(Kind kind) throws Exception {
    observe(kind, connection -> {
      try (PreparedStatement statement = connection.prepareStatement("select 1");
          ResultSet rows = statement.executeQuery()) {
        assertThat(rows.getStatement()).isSameAs(statement);
        assertThat(statement.getConnection()).isSameAs(connection).isEqualTo(connection);
        assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
        assertThat(connection.toString()).isNotEmpty();
      }
    });
  }

  @ParameterizedTest
  @EnumSource
  void theDriversOwnObjectsAreInside(Kind kind) throws Exception {
    Class<?> own = kind.system.equals("h2")
        ? org.h2.jdbc.JdbcConnection.class
        : org.postgresql.PGConnection.class;
    observe(kind, connection -> {
      assertThat(connection.isWrapperFor(own)).isTrue();
      assertThat(connection.unwrap(own)).isInstanceOf(own);
    });
  }

  @ParameterizedTest
  @EnumSource
  void breadcrumbsAreLeftWhereNoTraceIsKept(Kind kind) throws Exception {
    whence.rebuild(builder -> builder.tracesSampleRate(0));

    try (WhenceDataSource shop = WhenceDataSource.around(kind.real(), "shop");
        Connection connection = shop.getConnection();
        Transaction job = whence.whence().transaction("task", "job")) {
      connection.createStatement().execute("select 'FAKE'");
      whence.whence().capture("done", Level.INFO);
    }

    RecordedEvent event = whence.event();
    assertThat(event.breadcrumbMessages()).containsExactly("select ?");
    assertThat(event.at("/breadcrumbs/values/0/category")).isEqualTo("query");
    assertThat(event.at("/breadcrumbs/values/0/data/data_source")).isEqualTo("shop");
    assertThat(event.json().at("/breadcrumbs/values/0/data/duration_ms").isNumber())
        .isTrue();
  }

  private Observation observe(Kind kind, Use use) throws Exception {
    prepare(kind);
    try (WhenceDataSource shop = WhenceDataSource.around(kind.real(), "shop");
        Connection connection = shop.getConnection()) {
      return Observation.of(whence, () -> use.with(connection));
    }
  }

  private static void prepare(Kind kind) throws SQLException {
    DataSource real = kind.system.equals("h2") ? Kind.H2.real() : Kind.POSTGRES.real();
    try (Connection connection = real.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists item");
      statement.execute("create table item (id int primary key, name varchar(80))");
    }
  }
}
