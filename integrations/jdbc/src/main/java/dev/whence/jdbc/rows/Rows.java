package dev.whence.jdbc.rows;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows of a driver, which name the application's statement in place of the driver's. */
public final class Rows extends UpdatesByName {
  private static final boolean IS_COMPLETE =
      Arrays.stream(ResultSet.class.getMethods()).allMatch(Rows::isForwarded);

  private final Statement statement;

  public Rows(ResultSet real, Statement statement) {
    super(real);
    this.statement = statement;
  }

  /**
   * Says whether every method that this JDK's result sets have goes to the driver; not so where
   * JDBC is newer than this class.
   */
  public static boolean isComplete() {
    return IS_COMPLETE;
  }

  private static boolean isForwarded(Method method) {
    try {
      Method own = Rows.class.getMethod(method.getName(), method.getParameterTypes());
      return Modifier.isStatic(method.getModifiers())
          || !own.getDeclaringClass().isInterface();
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  @Override
  @SuppressWarnings("NullAway") // rows without a statement have none with us too
  public Statement getStatement() throws SQLException {
    return real.getStatement() == null ? null : statement;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return real.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return real.isWrapperFor(type);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Rows rows && real.equals(rows.real);
  }

  @Override
  public int hashCode() {
    return real.hashCode();
  }

  @Override
  public String toString() {
    return real.toString();
  }
}
