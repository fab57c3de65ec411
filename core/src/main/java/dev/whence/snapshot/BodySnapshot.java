package dev.whence.snapshot;

import dev.whence.event.Body;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was copied of a request's body. Made on the request thread; a text becomes of it on the
 * recorder's.
 *
 * @param text makes the text of the copy, and needs the request no more
 * @param weight how many bytes the copy holds on to
 * @param notes as in {@link Body}
 */
public record BodySnapshot(
    Body.Kind kind, Supplier<String> text, int weight, Map<String, Object> notes) {
  Body toBody() {
    return new Body(kind, text.get(), notes);
  }
}
