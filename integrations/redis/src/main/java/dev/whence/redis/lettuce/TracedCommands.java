package dev.whence.redis.lettuce;

import dev.whence.call.Call;
import dev.whence.redis.CommandText;
import dev.whence.redis.RedisCall;
import dev.whence.redis.RedisServer;
import io.lettuce.core.RedisURI;
import io.lettuce.core.event.command.CommandBaseEvent;
import io.lettuce.core.event.command.CommandFailedEvent;
import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.event.command.CommandStartedEvent;
import io.lettuce.core.event.command.CommandSucceededEvent;
import io.lettuce.core.protocol.RedisCommand;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Makes each command of a Lettuce client a span and a breadcrumb of the request that gives it.
 *
 * <pre>{@code
 * RedisClient client = RedisClient.create(uri);
 * client.addListener(new TracedCommands(uri)); // before it connects
 * }</pre>
 *
 * <p>Commands belong to the request of the thread that gives them, whatever thread gets the answer.
 * For any number of clients and threads.
 */
public final class TracedCommands implements CommandListener {
  private static final String KEY = "dev.whence.redis.call";

  private final RedisServer server;

  /** Listens to a client of several servers, whose spans name none. */
  public TracedCommands() {
    server = RedisServer.UNKNOWN;
  }

  /** Listens to a client of {@code uri}. */
  public TracedCommands(RedisURI uri) {
    String host = uri.getHost();
    server = host == null ? RedisServer.UNKNOWN : new RedisServer(host, uri.getPort());
  }

  @Override
  public void commandStarted(CommandStartedEvent event) {
    RedisCommand<Object, Object, Object> command = event.getCommand();
    Call call = RedisCall.begin(server, () -> text(command));
    if (call.isOn()) {
      event.getContext().put(KEY, call);
    }
  }

  private static String text(RedisCommand<Object, Object, Object> command) {
    return CommandText.of(command.getType().getBytes(), () -> firstKey(command));
  }

  private static @Nullable ByteBuffer firstKey(RedisCommand<Object, Object, Object> command) {
    return command.getArgs() == null ? null : command.getArgs().getFirstEncodedKey();
  }

  @Override
  public void commandSucceeded(CommandSucceededEvent event) {
    end(event, null);
  }

  @Override
  public void commandFailed(CommandFailedEvent event) {
    end(event, event.getCause());
  }

  private static void end(CommandBaseEvent event, @Nullable Throwable failure) {
    if (event.getContext().get(KEY) instanceof Call call) {
      if (failure != null) {
        call.fail(failure);
      }
      call.close();
    }
  }
}
