package dev.whence.servlet.body;

import dev.whence.body.BodyType;
import dev.whence.snapshot.BodySnapshot;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the application read of a request's body, for an event that is kept. On the thread
 * that finishes the request.
 */
final class BodyReport {
  private static final int LONGEST_NAME = 100;

  private final CopyingRequest copying;
  private final HttpServletRequest request;
  private final BodyReading reading;
  private final BodyType type;

  private BodyReport(CopyingRequest copying, BodyType type) {
    this.copying = copying;
    this.request = (HttpServletRequest) copying.getRequest();
    this.reading = copying.reading();
    this.type = type;
  }

  /** Returns null if nothing of the body was read, or none of it is to be told. */
  static @Nullable BodySnapshot of(HttpServletRequest request) {
    CopyingRequest copying = CopyingRequest.in(request);
    if (copying == null) {
      return null;
    }
    try {
      BodyType type = BodyCapture.typeOf(copying);
      return type == null ? null : new BodyReport(copying, type).snapshot();
    } catch (Throwable e) {
      copying.reading().copy().fault(e);
      return null;
    }
  }

  private @Nullable BodySnapshot snapshot() throws IOException, ServletException {
    if (reading.copy().extent().read() > 0) {
      return ofCopy();
    }
    return switch (type.kind()) {
      case FORM -> reading.isParsed() ? ofParameters() : null;
      case PARTS -> reading.isParted() ? ofParts(request.getParts()) : null;
      default -> null;
    };
  }

  private BodySnapshot ofCopy() {
    if (copying.isFinished()) {
      reading.copy().ended();
    }
    return reading
        .copy()
        .snapshot(
            type, type.charset(request::getCharacterEncoding), request.getContentLengthLong());
  }

  /** Writes the form anew that the container parsed for the application. */
  private @Nullable BodySnapshot ofParameters() {
    FormText form = new FormText(reading.limit());
    form.add(request.getParameterMap(), request.getQueryString());
    if (form.text().isEmpty()) {
      return null;
    }
    Map<String, Object> notes = new LinkedHashMap<>();
    if (!form.isWhole()) {
      long length = request.getContentLengthLong();
      if (length >= 0) {
        notes.put("bytes_read", length);
      }
      notes.put("bytes_kept", form.text().length());
    }
    return ofText(form.text(), notes);
  }

  private @Nullable BodySnapshot ofParts(Collection<Part> parts) {
    StringBuilder lines = new StringBuilder();
    int kept = 0;
    for (Part part : parts) {
      String line = line(part);
      if (lines.length() + line.length() >= reading.limit()) {
        break;
      }
      lines.append(kept == 0 ? "" : "\n").append(line);
      kept++;
    }
    Map<String, Object> notes = new LinkedHashMap<>();
    if (kept < parts.size()) {
      notes.put("parts_read", parts.size());
      notes.put("parts_kept", kept);
    }
    return parts.isEmpty() ? null : ofText(lines.toString(), notes);
  }

  private static String line(Part part) {
    String contentType = part.getContentType();
    return plain(part.getName()) + ": " + part.getSize() + " bytes"
        + (contentType == null ? "" : ", " + plain(contentType));
  }

  private static String plain(@Nullable String name) {
    String shown = String.valueOf(name);
    return shown.substring(0, Math.min(LONGEST_NAME, shown.length())).replaceAll("\\p{Cntrl}", " ");
  }

  private BodySnapshot ofText(String text, Map<String, Object> notes) {
    return new BodySnapshot(type.kind(), () -> text, 2 * text.length(), notes);
  }
}
