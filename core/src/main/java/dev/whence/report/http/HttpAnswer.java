package dev.whence.report.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The head of an answer.
 *
 * @param headers values by name in lower case, several of one name joined by a comma
 * @param isReusable whether the connection may carry another request
 */
public record HttpAnswer(int status, Map<String, String> headers, boolean isReusable) {
  public HttpAnswer {
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  public boolean isSuccess() {
    return status / 100 == 2;
  }

  HttpAnswer reusable(boolean newReusable) {
    return new HttpAnswer(status, headers, newReusable);
  }
}
