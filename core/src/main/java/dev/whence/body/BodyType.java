package dev.whence.body;

import dev.whence.event.Body;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a request say of its body.
 *
 * @param encoding such as {@code gzip}, null if the body is as it was written
 */
public record BodyType(Body.Kind kind, @Nullable String encoding) {
  private static final int LONGEST_ENCODING = 64;

  /**
   * Returns the type of a body that may be captured, null for any other.
   *
   * @param contentType the header {@code Content-Type}
   * @param contentEncoding the header {@code Content-Encoding}
   */
  public static @Nullable BodyType of(
      @Nullable String contentType, @Nullable String contentEncoding) {
    Body.Kind kind = contentType == null ? null : kind(contentType);
    return kind == null ? null : new BodyType(kind, encoding(contentEncoding));
  }

  static Body.@Nullable Kind kind(String contentType) {
    int end = contentType.indexOf(';');
    String type =
        (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    if (type.equals("application/json") || (type.endsWith("+json") && type.indexOf('/') > 0)) {
      return Body.Kind.JSON;
    }
    if (type.equals("application/x-www-form-urlencoded")) {
      return Body.Kind.FORM;
    }
    if (type.equals("multipart/form-data")) {
      return Body.Kind.PARTS;
    }
    // markup has its secrets between tags, where no rule finds them
    boolean isMarkup = type.contains("xml") || type.contains("html");
    return type.startsWith("text/") && !isMarkup ? Body.Kind.TEXT : null;
  }

  private static @Nullable String encoding(@Nullable String header) {
    if (header == null || header.isBlank() || header.strip().equalsIgnoreCase("identity")) {
      return null;
    }
    return header.substring(0, Math.min(LONGEST_ENCODING, header.length()));
  }

  /** Says whether text can be made of the body as it is read. */
  public boolean isReadable() {
    return kind != Body.Kind.PARTS && encoding == null;
  }

  /**
   * Returns how bytes of the body are read: JSON is UTF-8, others as the request says.
   *
   * @param named returns the name of the request's charset, null if it has none; not asked for JSON
   */
  public Charset charset(Supplier<@Nullable String> named) {
    String name = kind == Body.Kind.JSON ? null : named.get();
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8; // the client's mistake, or a charset that this JVM lacks
    }
  }
}
