package dev.whence.jaxrs.observe;

import dev.whence.body.BodyCopy;
import dev.whence.body.BodyType;
import dev.whence.snapshot.BodySnapshot;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A copy of one request's entity, where no servlet filter copies the body: put {@link #around} the
 * entity's stream before anybody reads it, and asked for a {@link #snapshot} when the request ends.
 * Nothing is read that the application does not read. For any thread.
 */
public final class EntityCopy {
  private static final String CHARSET = "charset=";

  private final BodyType type;
  private final @Nullable String charset;
  private final long length;
  private final BodyCopy copy;

  private EntityCopy(BodyType type, Function<String, @Nullable String> headers, BodyCopy copy) {
    this.type = type;
    this.charset = charsetIn(headers.apply("Content-Type"));
    this.length = lengthIn(headers.apply("Content-Length"));
    this.copy = copy;
  }

  /**
   * Returns null if the entity is empty or of a type that is not captured.
   *
   * @param headers such as {@code context::getHeaderString}
   * @param limit how many bytes are kept
   * @param faults told of what goes wrong in the copying
   */
  public static @Nullable EntityCopy of(
      Function<String, @Nullable String> headers, int limit, Consumer<Throwable> faults) {
    BodyType type = BodyType.of(headers.apply("Content-Type"), headers.apply("Content-Encoding"));
    if (type == null) {
      return null;
    }
    EntityCopy made =
        new EntityCopy(type, headers, new BodyCopy(type.isReadable() ? limit : 0, faults));
    return made.length == 0 ? null : made;
  }

  /** Returns the stream for the application to read. */
  public InputStream around(InputStream entity) {
    return new CopyingEntity(entity, copy);
  }

  /** Tells what was read until this moment; null if nothing was. */
  public @Nullable BodySnapshot snapshot() {
    return copy.extent().read() == 0
        ? null
        : copy.snapshot(type, type.charset(() -> charset), length);
  }

  private static @Nullable String charsetIn(@Nullable String contentType) {
    for (String parameter : String.valueOf(contentType).split(";", -1)) {
      String stripped = parameter.strip();
      if (stripped.toLowerCase(Locale.ROOT).startsWith(CHARSET)) {
        return stripped.substring(CHARSET.length()).replace("\"", "");
      }
    }
    return null;
  }

  private static long lengthIn(@Nullable String contentLength) {
    try {
      return contentLength == null ? -1 : Long.parseLong(contentLength.strip());
    } catch (NumberFormatException e) {
      return -1; // the client's mistake; the server will have its own opinion
    }
  }
}
