package dev.whence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.whence.Transaction;
import dev.whence.junit.WhenceExtension;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of JDBC on drivers that throw, return nothing, or are older than JDBC is. */
class BadDriverTest {
  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create();

  static Stream<Class<?>> types() {
    return Stream.of(
        Connection.class,
        Statement.class,
        PreparedStatement.class,
        CallableStatement.class,
        ResultSet.class,
        DatabaseMetaData.class);
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new SQLException("FAKE", "08006"),
        new SQLException("FAKE", "no state"),
        new SQLException((String) null),
        new IllegalStateException("FAKE"),
        new AbstractMethodError("FAKE"),
        new BadException());
  }

  @ParameterizedTest
  @MethodSource("types")
  void whateverItThrowsIsThrown(Class<?> type) throws Exception {
    for (Throwable failure : failures().toList()) {
      StubbedObjects bad = new StubbedObjects(type, failure);
      Object observed = bad.observed();
      try (Transaction job = whence.whence().transaction("task", "job")) {
        for (Method method : methods(type)) {
          boolean isPossible = mayThrow(method, failure);
          assertThat(!isPossible || outcome(method, observed) == failure)
              .as(method + " throws " + failure.getClass())
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void whateverItReturnsIsReturned(Class<?> type) throws Exception {
    StubbedObjects bad = new StubbedObjects(type, null);
    Object observed = bad.observed();

    try (Transaction job = whence.whence().transaction("task", "job")) {
      for (Method method : methods(type)) {
        assertThat(outcome(method, observed))
            .as(method.toString())
            .isEqualTo(StubDriver.nothing(method.getReturnType()));
      }
    }

    assertThat(bad.asked())
        .containsAll(methods(type).stream().map(BadDriverTest::asked).toList());
  }

  @Test
  void aDataSourceThatThrowsOrHasNothingDoesSoWithUs() {
    SQLException failure = new SQLException("FAKE");
    DataSource throwing = StubDriver.stub(DataSource.class, (proxy, method, arguments) -> {
      throw failure;
    });
    DataSource empty = StubDriver.stub(
        DataSource.class, (proxy, method, arguments) -> StubDriver.nothing(method.getReturnType()));

    for (Method method : methods(DataSource.class)) {
      if (method.getDeclaringClass() == java.sql.Wrapper.class) {
        continue; // without a type there is nothing to ask for
      }
      if (mayThrow(method, failure)) {
        assertThat(outcome(method, WhenceDataSource.around(throwing, "bad"))).isSameAs(failure);
      }
      assertThat(outcome(method, WhenceDataSource.around(empty, "bad")))
          .isEqualTo(StubDriver.nothing(method.getReturnType()));
    }
  }

  @Test
  void aDriverThatThrowsWhileClosingDoesSoWithUs() throws Exception {
    SQLException failure = new SQLException("FAKE");
    Connection bad = StubDriver.stub(Connection.class, (proxy, method, arguments) -> {
      if (method.getName().equals("close")) {
        throw failure;
      }
      return StubDriver.nothing(method.getReturnType());
    });
    Connection observed = source().connection(() -> bad);

    Throwable thrown = catchThrowable(() -> {
      try (observed) {
        observed.commit();
      }
    });

    assertThat(thrown).isSameAs(failure).hasNoSuppressedExceptions();
  }

  @Test
  void whatADriverDoesNotSayOfItsDatabaseIsLeftOut() throws Exception {
    Connection bad = StubDriver.stub(Connection.class, (proxy, method, arguments) -> {
      if (method.getName().equals("getMetaData")) {
        throw new IllegalStateException("FAKE");
      }
      return StubDriver.nothing(method.getReturnType());
    });

    Observation seen =
        Observation.of(whence, () -> source().connection(() -> bad).commit());

    assertThat(seen.data(0, "db.system")).isEqualTo("other_sql");
    assertThat(seen.data(0, "db.name")).isEmpty();
  }

  /** An object of each type, made through a connection; the one of interest misbehaves. */
  private static final class StubbedObjects {
    private final List<String> asked = new ArrayList<>();
    private final Object bad;
    private final Class<?> type;

    StubbedObjects(Class<?> type, @Nullable Throwable failure) {
      this.type = type;
      this.bad = StubDriver.stub(type, (proxy, method, arguments) -> {
        asked.add(BadDriverTest.asked(method, arguments));
        if (failure != null) {
          throw failure;
        }
        return StubDriver.nothing(method.getReturnType());
      });
    }

    List<String> asked() {
      return asked;
    }

    Object observed() throws SQLException {
      Connection connection =
          source().connection(() -> bad instanceof Connection own ? own : holder(Connection.class));
      return switch (type.getSimpleName()) {
        case "Connection" -> connection;
        case "Statement" -> connection.createStatement();
        case "PreparedStatement" -> connection.prepareStatement("select 1");
        case "CallableStatement" -> connection.prepareCall("{call p}");
        case "ResultSet" -> connection.createStatement().executeQuery("select 1");
        default -> connection.getMetaData();
      };
    }

    /** Returns an object that leads to the one of interest. */
    private <T> T holder(Class<T> kind) {
      return StubDriver.stub(kind, (proxy, method, arguments) -> {
        Class<?> returned = method.getReturnType();
        if (returned.isInstance(bad) && returned == type) {
          return bad;
        }
        return returned == Statement.class ? holder(Statement.class) : StubDriver.nothing(returned);
      });
    }
  }

  private static List<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .toList();
  }

  private static Source source() {
    return new Source("bad", () -> 0);
  }

  /** Says whether a stub can throw this there, as a driver could. */
  private static boolean mayThrow(Method method, Throwable failure) {
    return failure instanceof RuntimeException
        || failure instanceof Error
        || Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isInstance(failure));
  }

  /** Returns what the method returns or throws. */
  private static @Nullable Object outcome(Method method, Object target) {
    try {
      return method.invoke(target, arguments(method));
    } catch (InvocationTargetException e) {
      return e.getTargetException();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns arguments of which no two of one type are alike, where that is possible. */
  private static @Nullable Object[] arguments(Method method) {
    Class<?>[] types = method.getParameterTypes();
    @Nullable Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = types[i] == int.class
          ? Integer.valueOf(i + 1)
          : types[i].isInstance("") ? "text " + i : StubDriver.nothing(types[i]);
    }
    return arguments;
  }

  private static String asked(Method method) {
    return asked(method, arguments(method));
  }

  private static String asked(Method method, @Nullable Object @Nullable [] arguments) {
    return method + " with " + (arguments == null ? List.of() : Arrays.asList(arguments));
  }

  /** A failure that fails when it is asked what it is. */
  private static final class BadException extends SQLException {
    @Override
    public String getSQLState() {
      throw new UnsupportedOperationException("no state");
    }

    @Override
    public String getMessage() {
      throw new UnsupportedOperationException("no message");
    }
  }
}
