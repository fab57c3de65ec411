package dev.whence.jdbc;

import dev.whence.Transaction;
import dev.whence.Whence;
import dev.whence.event.Category;
import dev.whence.junit.RecordingReporter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The life of an application from its start to its end, with a stub for a database. */
public final class ShortLife implements Runnable {
  @Override
  public void run() {
    RecordingReporter reporter = new RecordingReporter(Set.of(Category.TRANSACTION));
    try (Whence whence = Whence.builder()
        .environmentVariables(Map.of())
        .tracesSampleRate(1)
        .reporter(reporter)
        .build()) {
      Class.forName("dev.whence.jdbc.WhenceDriver");
      job(whence);
      whence.flush(Duration.ofSeconds(10));
      WhenceDriver.deregister();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    if (reporter.records().isEmpty()) {
      throw new IllegalStateException("nothing was told of");
    }
  }

  private static void job(Whence whence) throws Exception {
    try (Transaction job = whence.transaction("task", "job");
        Connection connection =
            new Source("stub").connection(() -> (Connection) stub(Connection.class))) {
      PreparedStatement statement = connection.prepareStatement("select 1");
      statement.addBatch();
      statement.executeBatch();
      statement.executeQuery().next();
      connection.commit();
    }
  }

  private static @Nullable Object stub(Class<?> type) {
    return type.isInterface() && type.getName().startsWith("java.sql.")
        ? StubDriver.stub(type, (proxy, method, arguments) -> stub(method.getReturnType()))
        : StubDriver.nothing(type);
  }
}
