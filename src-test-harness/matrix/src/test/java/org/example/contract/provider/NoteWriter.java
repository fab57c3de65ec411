package org.example.contract.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes notes. */
@Provider
@Produces("application/json")
public class NoteWriter implements MessageBodyWriter<Note> {
  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == Note.class;
  }

  @Override
  public void writeTo(
      Note note,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    if (note.text().equals(Note.UNWRITABLE)) {
      throw new IllegalStateException("the writer fails");
    }
    out.write(('"' + note.text() + '"').getBytes(UTF_8));
  }
}
