package dev.whence.scrub.field;

import dev.whence.scrub.key.Decision;

/** A name of a member of JSON in which nothing is masked or escaped. */
public record MemberName(String text, Decision decision) {
  boolean is(String json, int start, int end) {
    return end - start == text.length() && json.startsWith(text, start);
  }
}
