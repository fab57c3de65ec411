package dev.whence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.junit.WhenceExtension;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections by URL. */
class WhenceDriverTest {
  private static final String URL = "jdbc:whence:h2:mem:byurl";

  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create().failOnFaults();

  @Test
  void isFoundByItsUrlAndUsesTheOtherDriver() throws Exception {
    try (Connection connection = DriverManager.getConnection(URL)) {
      Observation seen = observe(connection);

      assertThat(connection.getMetaData().getURL()).isEqualTo("jdbc:h2:mem:byurl");
      assertThat(seen.calls()).containsExactly("db.execute select ?");
      assertThat(seen.data(0, "db.data_source")).isEqualTo("h2");
    }
  }

  @Test
  void namesTheDataSourceByAPropertyThatNoOtherDriverSees() throws Exception {
    Properties properties = new Properties();
    properties.setProperty(WhenceDriver.NAME_PROPERTY, "orders");

    try (Connection connection = DriverManager.getConnection(URL, properties)) {
      assertThat(observe(connection).data(0, "db.data_source")).isEqualTo("orders");
    }
  }

  @Test
  void propertiesThatAreDefaultsGoToTheOtherDriver() throws Exception {
    Properties defaults = new Properties();
    defaults.setProperty("user", "defaultuser");
    defaults.setProperty(WhenceDriver.NAME_PROPERTY, "orders");

    try (Connection connection = DriverManager.getDriver(URL)
        .connect("jdbc:whence:h2:mem:bydefaults", new Properties(defaults))) {
      assertThat(connection.getMetaData().getUserName()).isEqualToIgnoringCase("defaultuser");
      assertThat(observe(connection).data(0, "db.data_source")).isEqualTo("orders");
    }
  }

  @Test
  void databasesOfOneServerAreNotMixed() throws Exception {
    try (Connection one = DriverManager.getConnection("jdbc:whence:h2:mem:one");
        Connection two = DriverManager.getConnection("jdbc:whence:h2:mem:two")) {
      assertThat(observe(one).data(0, "db.name")).isEqualTo("ONE");
      assertThat(observe(two).data(0, "db.name")).isEqualTo("TWO");
    }
  }

  @Test
  void connectsToTheServerThatTheUrlNames() throws Exception {
    String url = "jdbc:whence:" + Databases.postgresUrl().substring("jdbc:".length());

    try (Connection connection = DriverManager.getConnection(url)) {
      Observation seen = observe(connection);

      assertThat(seen.data(0, "db.data_source")).isEqualTo("postgresql localhost");
      assertThat(seen.data(0, "server.address")).isEqualTo("localhost");
    }
  }

  @Test
  void leavesOtherUrlsToOthers() throws SQLException {
    Driver driver = DriverManager.getDriver(URL);

    assertThat(driver.acceptsURL("jdbc:h2:mem:byurl")).isFalse();
    assertThat(driver.connect("jdbc:h2:mem:byurl", new Properties())).isNull();
    assertThat(driver.getPropertyInfo(URL, new Properties())).isNotNull();
  }

  @Test
  void saysWhenThereIsNoOtherDriver() {
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:whence:nosuch:x"))
        .isInstanceOf(SQLException.class)
        .hasMessage("No suitable driver");
  }

  @Test
  void canBeTakenBack() throws SQLException {
    Driver driver = DriverManager.getDriver(URL);

    WhenceDriver.deregister();

    assertThatThrownBy(() -> DriverManager.getDriver(URL)).hasMessage("No suitable driver");
    WhenceDriver.deregister();
    DriverManager.registerDriver(driver);
  }

  private Observation observe(Connection connection) throws Exception {
    return Observation.of(whence, () -> connection.createStatement().execute("select 1"));
  }
}
