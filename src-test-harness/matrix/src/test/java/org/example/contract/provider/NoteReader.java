package org.example.contract.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads notes: JSON strings without escapes. Anything else is malformed. */
@Provider
@Consumes("application/json")
public class NoteReader implements MessageBodyReader<Note> {
  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == Note.class;
  }

  @Override
  public Note readFrom(
      Class<Note> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream in)
      throws IOException {
    String json = new String(in.readAllBytes(), UTF_8);
    if (json.length() < 2 || !json.startsWith("\"") || !json.endsWith("\"")) {
      throw new BadRequestException("malformed");
    }
    String text = json.substring(1, json.length() - 1);
    if (text.equals(Note.UNREADABLE)) {
      throw new IllegalStateException("the reader fails");
    }
    return new Note(text);
  }
}
