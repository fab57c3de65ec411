package dev.whence.redis;

import dev.whence.call.Call;
import dev.whence.call.CallKind;
import java.util.function.Supplier;

/** Begins what is told of one exchange with Redis. */
public final class RedisCall {
  private static final CallKind KIND = new CallKind("redis", "redis");

  private RedisCall() {}

  /** Begins a call that may end on another thread; never throws. */
  public static Call begin(RedisServer server, Supplier<String> text) {
    Call call = Call.beginDetached(KIND, "db.redis", text);
    if (call.isOn()) {
      call.data("db.system", "redis");
      server.tell(call);
    }
    return call;
  }
}
