package dev.whence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.whence.config.TraceKeys;
import dev.whence.event.Level;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.WhenceExtension;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What data sources are called, how they are waited for, and what is repeated. */
class DataSourcesTest {
  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create().failOnFaults();

  private final WhenceDataSource orders = WhenceDataSource.around(Databases.h2("orders"), "orders");

  @Test
  void areNeverMixed() throws Exception {
    WhenceDataSource stock = WhenceDataSource.around(Databases.postgres(), "stock");

    Observation seen;
    try (Connection first = orders.getConnection();
        Connection second = stock.getConnection()) {
      seen = Observation.of(whence, () -> {
        for (Connection connection : new Connection[] {first, second, first, second}) {
          connection.createStatement().execute("select 1");
        }
      });
    }

    for (int i = 0; i < 4; i++) {
      boolean isOrders = i % 2 == 0;
      assertThat(seen.data(i, "db.data_source")).isEqualTo(isOrders ? "orders" : "stock");
      assertThat(seen.data(i, "db.system")).isEqualTo(isOrders ? "h2" : "postgresql");
      assertThat(seen.data(i, "db.name")).isEqualTo(isOrders ? "ORDERS" : "postgres");
      assertThat(seen.data(i, "server.address")).isEqualTo(isOrders ? "" : "localhost");
    }
  }

  @Test
  void tellOfWhatOneRequestRepeats() throws Exception {
    Observation seen = Observation.of(whence, () -> {
      try (Connection connection = orders.getConnection()) {
        for (int i = 0; i < 12; i++) {
          connection.createStatement().execute("select " + i);
        }
        for (int i = 0; i < 10; i++) {
          connection.createStatement().execute("select 1, " + i);
        }
        connection.setAutoCommit(false);
        for (int i = 0; i < 12; i++) {
          connection.commit(); // as often, yet no query
        }
      }
    });

    RecordedEvent transaction = seen.transaction();
    assertThat(transaction.json().at("/contexts/whence/repeated_queries")).hasSize(1);
    assertThat(transaction.at("/contexts/whence/repeated_queries/0/statement"))
        .isEqualTo("select ?");
    assertThat(transaction.at("/contexts/whence/repeated_queries/0/count")).isEqualTo("12");
    assertThat(transaction.json().at("/contexts/whence/database_ms").asDouble()).isPositive();
  }

  @Test
  void aConnectionThatIsNotToBeHadIsTold() throws Exception {
    SQLException none = new SQLTransientConnectionException("FAKE message", "08001");
    Source source = new Source("orders");

    Observation seen = Observation.of(
        whence,
        () -> assertThatThrownBy(() -> source.connection(() -> {
              throw none;
            }))
            .isSameAs(none));

    assertThat(seen.calls()).containsExactly("db.connection connection to orders");
    assertThat(seen.status(0)).isEqualTo("internal_error");
    assertThat(seen.data(0, "db.response.status_code")).isEqualTo("08001");
    assertThat(seen.transaction().mentions("FAKE")).isFalse();
  }

  @Test
  void onlyALongWaitForAConnectionIsTold() throws Exception {
    AtomicLong clock = new AtomicLong();
    Source source = new Source("orders", clock::get);
    DataSource h2 = Databases.h2("orders");

    Observation seen = Observation.of(whence, () -> {
      for (long millis : new long[] {0, 4, 5, 250}) {
        Connection connection = source.connection(() -> {
          clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
          return h2.getConnection();
        });
        connection.close();
      }
    });

    assertThat(seen.calls()).hasSize(2);
    assertThat(seen.data(0, "db.connection.wait_ms")).isEqualTo("5");
    assertThat(seen.data(1, "db.connection.wait_ms")).isEqualTo("250");
  }

  @Test
  void areOffWhereTheSettingsSaySo() throws Exception {
    whence.rebuild(builder -> builder.set(TraceKeys.INTEGRATIONS_OFF, "jdbc"));

    Observation seen = Observation.of(whence, this::selectOnce);

    assertThat(seen.calls()).isEmpty();
  }

  @Test
  void workOutsideOfRequestsAndAfterTheEnd() throws Exception {
    selectOnce();
    whence.whence().close();
    selectOnce();

    assertThat(whence.reporter().records()).isEmpty();
  }

  @Test
  void passOnTheirCloseToThePool() throws Exception {
    HikariDataSource pool = Databases.pooled(Databases.h2("orders"));

    WhenceDataSource.around(pool, "orders").close();
    orders.close();

    assertThat(pool.isClosed()).isTrue();
  }

  @Test
  void unwrapToWhatIsInside() throws Exception {
    HikariDataSource pool = Databases.pooled(Databases.h2("orders"));
    try (WhenceDataSource pooled = WhenceDataSource.around(pool, "orders")) {
      assertThat(pooled.unwrap(HikariDataSource.class)).isSameAs(pool);
      assertThat(pooled.unwrap(DataSource.class)).isSameAs(pool);
      assertThat(pooled.unwrap(WhenceDataSource.class)).isSameAs(pooled);
      assertThat(pooled.isWrapperFor(org.h2.jdbcx.JdbcDataSource.class)).isTrue();
      assertThat(pooled.isWrapperFor(String.class)).isFalse();
    }
  }

  @Test
  void needAName() {
    assertThatThrownBy(() -> WhenceDataSource.around(Databases.h2("orders"), " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name must not be blank");
  }

  @Test
  void secretsAreInNoEvent() throws Exception {
    Observation seen = Observation.of(whence, () -> {
      try (Connection connection = orders.getConnection();
          PreparedStatement statement =
              connection.prepareStatement("select ?, 'FakeSecret', 90017 -- FakeSecret")) {
        statement.setString(1, "FakeSecret");
        statement.executeQuery();
        connection.createStatement().execute("select 'FakeSecret''FakeSecret'");
        connection.createStatement().addBatch("select $$FakeSecret$$");
        assertThatThrownBy(() -> connection.createStatement().execute("select 'FakeSecret"))
            .hasMessageContaining("FakeSecret");
      }
      whence.whence().capture("done", Level.INFO);
    });

    assertThat(seen.calls()).contains("db.query select ?, ?, ?", "db.execute select ?…");
    assertThat(whence.reporter().records())
        .hasSize(2)
        .allSatisfy(record ->
            assertThat(RecordedEvent.of(record).toString()).doesNotContain("FakeSecret", "90017"));
  }

  private void selectOnce() throws SQLException {
    try (Connection connection = orders.getConnection()) {
      connection.createStatement().execute("select 1");
    }
  }
}
