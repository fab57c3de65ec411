package dev.whence.assemble;

import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import dev.whence.event.ThrownException;
import dev.whence.guard.Faults;
import java.time.Instant;
import java.util.List;

/** Events of throwables, as the recorder makes them. */
public final class Assembled {
  private Assembled() {}

  /** Returns an event of {@code thrown}; what is in {@code packages} is the application's own. */
  public static ErrorEvent event(Throwable thrown, String... packages) {
    Faults faults = new Faults(System.getLogger("dev.whence"));
    InApp inApp = new InApp(List.of(packages), null);
    ChainReader chains = new ChainReader(new StackReader(inApp), new ThrowableNotes(inApp), faults);
    List<ThrownException> exceptions = chains.read(thrown, "servlet", false);
    return ErrorEvent.builder(new EventId(0, 1), Instant.EPOCH)
        .transaction("GET /orders/{id}")
        .exceptions(exceptions)
        .build();
  }
}
