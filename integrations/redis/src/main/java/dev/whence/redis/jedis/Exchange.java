package dev.whence.redis.jedis;

import dev.whence.call.Call;
import dev.whence.redis.CommandText;
import dev.whence.redis.RedisCall;
import dev.whence.redis.RedisServer;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.args.Rawable;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Makes one call of what a connection asks until it has all its answers: of one command, of a
 * pipeline, of a transaction from its first flush to the answer to {@code EXEC} or {@code DISCARD}.
 *
 * <p>Never throws. For one thread at a time, as its connection is.
 */
final class Exchange {
  /** Their answers come whenever somebody says something, for as long as anybody listens. */
  private static final Set<String> ENDLESS = Set.of(
      "SUBSCRIBE",
      "PSUBSCRIBE",
      "SSUBSCRIBE",
      "UNSUBSCRIBE",
      "PUNSUBSCRIBE",
      "SUNSUBSCRIBE",
      "MONITOR");

  private final RedisServer server;
  private @Nullable Call call;
  private @Nullable CommandArguments first;
  private int unanswered;
  private int commands;
  private boolean isTransaction;
  private boolean isLeaving;

  Exchange(RedisServer server) {
    this.server = server;
  }

  /** Notes a command that is about to be sent, and says whether it is to be answered once. */
  boolean sending(CommandArguments command) {
    String name = CommandText.nameOf(command.getCommand().getRaw());
    if (ENDLESS.contains(name)) {
      return false;
    }
    if (unanswered++ == 0 && call == null) {
      first = command;
    }
    switch (name) {
      case "MULTI" -> isTransaction = true;
      case "EXEC", "DISCARD" -> isLeaving = isTransaction;
      default -> commands++;
    }
    return true;
  }

  /** Notes that what was sent is on its way, and that its answers will be waited for. */
  void flushing() {
    if (call == null && unanswered > 0) {
      call = RedisCall.begin(server, this::text);
    }
  }

  private String text() {
    if (isTransaction) {
      return "MULTI";
    }
    return unanswered > 1 || first == null ? "PIPELINE" : text(first);
  }

  private static String text(CommandArguments command) {
    return CommandText.of(command.getCommand().getRaw(), () -> firstArgument(command));
  }

  private static @Nullable ByteBuffer firstArgument(CommandArguments command) {
    Iterator<Rawable> parts = command.iterator();
    parts.next();
    return parts.hasNext() ? ByteBuffer.wrap(parts.next().getRaw()) : null;
  }

  void answered(@Nullable Object answer) {
    if (isLeaving && unanswered == 1 && answer instanceof List<?> answers) {
      answers.stream()
          .filter(JedisDataException.class::isInstance)
          .findFirst()
          .ifPresent(refusal -> fail((JedisDataException) refusal));
    }
    count();
  }

  void refused(JedisDataException refusal) {
    fail(refusal);
    count();
  }

  /** Notes that there will be no answers any more. */
  void broke(Throwable failure) {
    flushing();
    fail(failure);
    end();
  }

  private void fail(Throwable failure) {
    if (call != null) {
      call.fail(failure);
    }
  }

  private void count() {
    if (unanswered > 0 && --unanswered == 0 && isTransaction == isLeaving) {
      end();
    }
  }

  /** Ends the call, if there is one, and forgets what was sent. */
  void end() {
    if (call != null) {
      if (commands > 1 || isTransaction) {
        call.data("db.redis.commands", commands).crumb("commands", commands);
      }
      call.close();
    }
    call = null;
    first = null;
    unanswered = 0;
    commands = 0;
    isTransaction = false;
    isLeaving = false;
  }
}
