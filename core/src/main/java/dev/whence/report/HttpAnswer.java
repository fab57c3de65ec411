package dev.whence.report;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The head of an answer.
 *
 * @param headers values by name in lower case, several of one name joined by a comma
 * @param isReusable whether the connection may carry another request
 */
record HttpAnswer(int status, Map<String, String> headers, boolean isReusable) {
  HttpAnswer {
    headers = Map.copyOf(headers);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }

  HttpAnswer reusable(boolean newReusable) {
    return new HttpAnswer(status, headers, newReusable);
  }
}
