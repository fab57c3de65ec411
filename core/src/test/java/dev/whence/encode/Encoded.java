package dev.whence.encode;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whence.event.ErrorEvent;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Shows other rooms' tests what every reporter gets of an event. */
public final class Encoded {
  private Encoded() {}

  public static String json(ErrorEvent event) {
    try {
      return new String(EventJson.encode(event), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
