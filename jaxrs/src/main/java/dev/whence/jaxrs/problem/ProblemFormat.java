package dev.whence.jaxrs.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a problem is written. */
public enum ProblemFormat {
  JSON("application/problem+json"),
  XML("application/problem+xml"),
  HTML("text/html;charset=utf-8"),
  TEXT("text/plain;charset=utf-8");

  private final String mediaType;

  ProblemFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Returns the {@code Content-Type} of what {@link #write} returns. */
  public String mediaType() {
    return mediaType;
  }

  /** Writes {@code problem} as UTF-8. */
  public byte[] write(Problem problem) {
    return switch (this) {
      case JSON -> JsonProblem.write(problem);
      case XML -> XmlProblem.write(problem);
      case HTML -> HtmlProblem.write(problem);
      case TEXT -> TextProblem.write(problem);
    };
  }

  /** Returns the format that a request likes best; JSON if it names none that there is. */
  public static ProblemFormat of(@Nullable HttpHeaders headers) {
    return of(accepted(headers));
  }

  private static List<MediaType> accepted(@Nullable HttpHeaders headers) {
    try {
      return headers == null ? List.of() : headers.getAcceptableMediaTypes();
    } catch (RuntimeException e) {
      return List.of(); // nobody can read what the client sent
    }
  }

  /** Returns the first format that one of {@code accepted} means; the best liked comes first. */
  private static ProblemFormat of(List<MediaType> accepted) {
    Set<ProblemFormat> open = EnumSet.allOf(ProblemFormat.class);
    for (MediaType type : accepted) {
      if (isRefusal(type) && !type.isWildcardSubtype()) {
        open.removeIf(format -> format.isNamedBy(type));
      }
    }
    for (MediaType type : accepted) {
      ProblemFormat meant = isRefusal(type) ? null : meantBy(type, open);
      if (meant != null) {
        return meant;
      }
    }
    return JSON;
  }

  private static boolean isRefusal(MediaType type) {
    try {
      return Double.parseDouble(type.getParameters().getOrDefault("q", "1")) <= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static @Nullable ProblemFormat meantBy(MediaType type, Set<ProblemFormat> open) {
    for (ProblemFormat format : open) {
      if (format.isNamedBy(type)) {
        return format;
      }
    }
    return null;
  }

  private boolean isNamedBy(MediaType type) {
    if (type.isWildcardType()) {
      return true;
    }
    String name = (type.getType() + '/' + type.getSubtype()).toLowerCase(Locale.ROOT);
    return switch (name) {
      case "application/*" -> this == JSON || this == XML;
      case "text/*" -> this == HTML || this == TEXT;
      case "application/json", "application/problem+json" -> this == JSON;
      case "application/xml", "text/xml", "application/problem+xml" -> this == XML;
      case "text/html" -> this == HTML;
      case "text/plain" -> this == TEXT;
      default -> false;
    };
  }
}
