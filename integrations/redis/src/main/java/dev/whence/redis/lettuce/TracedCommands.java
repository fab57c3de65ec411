package dev.whence.redis.lettuce;

import dev.whence.call.Call;
import dev.whence.redis.CommandText;
import dev.whence.redis.RedisCall;
import dev.whence.redis.RedisServer;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.event.command.CommandFailedEvent;
import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.event.command.CommandStartedEvent;
import io.lettuce.core.event.command.CommandSucceededEvent;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.CommandWrapper;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.lettuce.core.protocol.RedisCommand;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes each command of a Lettuce client a span and a breadcrumb of the request that gives it.
 *
 * <pre>{@code
 * TracedCommands traced = new TracedCommands(CommandLatencyRecorder.disabled());
 * ClientResources resources = ClientResources.builder().commandLatencyRecorder(traced).build();
 * RedisClient client = RedisClient.create(resources, uri);
 * client.addListener(traced); // before it connects
 * }</pre>
 *
 * <p>It listens twice, since Lettuce tells listeners of an answer only after it has let the
 * application go on, which may be over by then; the recorder of latencies it tells before. As a
 * listener alone it works as well, but may come too late for the last command of a request.
 *
 * <p>Commands belong to the request of the thread that gives them, whatever thread gets the answer.
 * For any number of clients and threads.
 */
public final class TracedCommands implements CommandListener, CommandLatencyRecorder {
  private final CommandLatencyRecorder next;
  private final RedisServer server;

  /** By the command below all wrappers, which everybody sees; whoever removes a call ends it. */
  private final Map<RedisCommand<?, ?, ?>, Call> open = new ConcurrentHashMap<>();

  /** Listens to a client whose latencies {@code next} records, too. */
  public TracedCommands(CommandLatencyRecorder next) {
    this.next = next;
    this.server = RedisServer.UNKNOWN;
  }

  /** Listens to a client of {@code uri}, as a listener alone. */
  public TracedCommands(RedisURI uri) {
    String host = uri.getHost();
    next = CommandLatencyRecorder.disabled();
    server = host == null ? RedisServer.UNKNOWN : new RedisServer(host, uri.getPort());
  }

  @Override
  public void commandStarted(CommandStartedEvent event) {
    RedisCommand<Object, Object, Object> command = event.getCommand();
    Call call = RedisCall.begin(server, () -> text(command));
    if (!call.isOn()) {
      return;
    }
    open.put(CommandWrapper.unwrap(command), call);
    CompletionStage<?> future = CommandWrapper.unwrap(command, CompletionStage.class);
    if (future != null) { // one that is cancelled, by a timeout too, tells its wrappers nothing
      var unused = future.whenComplete((answer, failure) -> end(command, failure));
    }
  }

  private static String text(RedisCommand<Object, Object, Object> command) {
    return CommandText.of(command.getType().getBytes(), () -> firstKey(command));
  }

  private static @Nullable ByteBuffer firstKey(RedisCommand<Object, Object, Object> command) {
    return command.getArgs() == null ? null : command.getArgs().getFirstEncodedKey();
  }

  /** Ends the call of a command whose answer is there, and not yet known to the application. */
  @Override
  public void recordCommandLatency(
      SocketAddress local,
      SocketAddress remote,
      RedisCommand<?, ?, ?> command,
      long firstResponse,
      long completion) {
    Call call = open.get(CommandWrapper.unwrap(command));
    if (call != null && !isRedirected(command.getOutput())) {
      if (remote instanceof InetSocketAddress address) {
        new RedisServer(address.getHostString(), address.getPort()).tell(call);
      }
      end(command, refusal(command.getOutput()));
    }
    if (next.isEnabled()) {
      next.recordCommandLatency(local, remote, command, firstResponse, completion);
    }
  }

  /** Says whether a client of a cluster will ask another server, and the application never know. */
  private static boolean isRedirected(@Nullable CommandOutput<?, ?, ?> answer) {
    String error = answer == null ? null : answer.getError();
    return error != null && (error.startsWith("MOVED ") || error.startsWith("ASK "));
  }

  private static @Nullable Throwable refusal(@Nullable CommandOutput<?, ?, ?> answer) {
    return answer == null || !answer.hasError()
        ? null
        : new RedisCommandExecutionException(answer.getError());
  }

  @Override
  public void recordCommandLatency(
      SocketAddress local,
      SocketAddress remote,
      ProtocolKeyword type,
      long firstResponse,
      long completion) {
    if (next.isEnabled()) {
      next.recordCommandLatency(local, remote, type, firstResponse, completion);
    }
  }

  @Override
  public void commandSucceeded(CommandSucceededEvent event) {
    end(event.getCommand(), null);
  }

  @Override
  public void commandFailed(CommandFailedEvent event) {
    end(event.getCommand(), event.getCause());
  }

  private void end(RedisCommand<?, ?, ?> command, @Nullable Throwable failure) {
    Call call = open.remove(CommandWrapper.unwrap(command));
    if (call != null) {
      if (failure != null) {
        call.fail(failure);
      }
      call.close();
    }
  }
}
