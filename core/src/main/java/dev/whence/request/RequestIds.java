package dev.whence.request;

import dev.whence.event.RandomIds;
import org.jspecify.annotations.Nullable;

/** Takes the ID that a request brings, if it can be trusted not to harm a log, or makes one. */
public record RequestIds(RandomIds random, boolean trustsOffered) {
  private static final int MOST_CHARS = 128;

  public String takeOrMake(@Nullable String offered) {
    return trustsOffered && offered != null && isWellFormed(offered) ? offered : random.requestId();
  }

  private static boolean isWellFormed(String id) {
    int length = id.length();
    if (length == 0 || length > MOST_CHARS) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = id.charAt(i);
      boolean isFine = (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '-'
          || c == '.'
          || c == '_'
          || c == ':';
      if (!isFine) {
        return false;
      }
    }
    return true;
  }
}
