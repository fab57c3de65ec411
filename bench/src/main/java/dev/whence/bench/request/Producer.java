package dev.whence.bench.request;

import dev.whence.bench.contend.Contender;
import dev.whence.bench.contend.Contenders;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Requests that throw, through a contender that sends what it captures. For one thread. */
public final class Producer {
  private final Contender contender;
  private int thrown;

  /** Takes a contender's name, the address that it sends to, and a directory to write to. */
  public Producer(String name, String receiver, Path directory) throws ServletException {
    contender = Contenders.sending(name, receiver, directory);
    contender.init(StubContext.config(StubContext.make()));
  }

  /** Makes so many errors, and so many in a second, if that is more than none. */
  public int errors(int count, int rate) throws IOException, ServletException {
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      if (rate > 0) {
        long due = start + i * 1_000_000_000L / rate;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
      }
      try {
        contender.request(
            new StubRequest(contender.requestId()), new StubResponse(), Target.THROWS);
      } catch (IllegalStateException escaped) {
        thrown++;
      }
    }
    return thrown;
  }
}
