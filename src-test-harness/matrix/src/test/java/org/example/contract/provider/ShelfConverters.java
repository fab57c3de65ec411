package org.example.contract.provider;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Converts shelves, and fails over two of them. */
@Provider
public class ShelfConverters implements ParamConverterProvider {
  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type generic, Annotation[] annotations) {
    return type == Shelf.class ? (ParamConverter<T>) new ShelfConverter() : null;
  }

  private static final class ShelfConverter implements ParamConverter<Shelf> {
    @Override
    public Shelf fromString(String value) {
      if (value.equals("broken")) {
        throw new IllegalStateException("the converter fails");
      }
      if (value.equals("refused")) {
        throw new WebApplicationException(Response.status(422).build());
      }
      return new Shelf(value);
    }

    @Override
    public String toString(Shelf shelf) {
      return shelf.name();
    }
  }
}
