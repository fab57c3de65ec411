package dev.whence.scrub.field;

import dev.whence.scrub.key.Decision;

/**
 * A name of a member of JSON in which nothing is masked or escaped.
 *
 * @param role what it says of an object that it begins
 */
public record MemberName(String text, Decision decision, PairRole role) {
  boolean is(String json, int start, int end) {
    return end - start == text.length() && json.startsWith(text, start);
  }
}
