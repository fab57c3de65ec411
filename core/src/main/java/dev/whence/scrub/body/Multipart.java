package dev.whence.scrub.body;

import dev.whence.scrub.field.FieldScrubber;
import dev.whence.scrub.field.Findings;
import dev.whence.scrub.key.Decision;
import org.jspecify.annotations.Nullable;

/** Masks the parts of a raw multipart/form-data body (RFC 7578) by their names. For one text. */
public final class Multipart {
  private static final String NAME = "name=";
  private static final int LONGEST_DELIMITER = 74;

  private final String text;
  private final FieldScrubber fields;
  private final Findings findings;
  private final StringBuilder clean;

  Multipart(String text, FieldScrubber fields, Findings findings) {
    this.text = text;
    this.fields = fields;
    this.findings = findings;
    this.clean = new StringBuilder(text.length());
  }

  /** Whether {@code text} begins like a multipart body: with a delimiter, then a header. */
  static boolean isOne(String text) {
    return text.startsWith("--", start(text))
        && delimiter(text).length() <= LONGEST_DELIMITER
        && text.indexOf(':') > 0;
  }

  private static String delimiter(String text) {
    int start = start(text);
    return text.substring(start, lineEnd(text, start));
  }

  /** Returns the end of the empty lines that may come first. */
  private static int start(String text) {
    int start = 0;
    while (start < text.length() && "\r\n".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return start;
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  String scrub() {
    String delimiter = delimiter(text);
    int at = start(text) + delimiter.length();
    clean.append(text, 0, at);
    while (at < text.length()) {
      int next = text.indexOf(delimiter, at);
      int end = next < 0 ? text.length() : next;
      part(text.substring(at, end));
      at = next < 0 ? end : next + delimiter.length();
      clean.append(text, end, at);
    }
    return text.contentEquals(clean) ? text : clean.toString();
  }

  private void part(String part) {
    int content = contentStart(part);
    String head = part.substring(0, content);
    int end = part.length();
    while (end > content && part.charAt(end - 1) <= ' ') {
      end--;
    }
    clean.append(fields.scan(head, findings));
    int mark = findings.mark();
    String name = name(head);
    findings.enter(name == null ? "part" : fields.scan(name, (rule, length) -> {}));
    clean.append(content(name, part.substring(content, end)));
    findings.leave(mark);
    clean.append(part, end, part.length());
  }

  private String content(@Nullable String name, String content) {
    Decision decision = name == null ? fields.decideUnnamed() : fields.decide(name);
    if (decision.hides(content)) {
      return fields.hidden(decision, content, findings);
    }
    return JsonText.isLikely(content)
        ? new JsonText(content, true, fields, findings).scrub()
        : fields.scan(content, findings);
  }

  /** Returns where the blank line behind the part's headers ends. */
  private static int contentStart(String part) {
    int crlf = part.indexOf("\r\n\r\n");
    int lf = part.indexOf("\n\n");
    int first = crlf >= 0 ? crlf + 4 : part.length();
    return lf >= 0 && lf < first ? lf + 2 : first;
  }

  /** Whether the parameter stands there, and not {@code filename}. */
  private static boolean isName(String head, int at) {
    return head.regionMatches(true, at, NAME, 0, NAME.length())
        && (at == 0 || head.charAt(at - 1) == ' ' || head.charAt(at - 1) == ';');
  }

  private static @Nullable String name(String head) {
    int at = 0;
    while (at < head.length() && !isName(head, at)) {
      at++;
    }
    if (at == head.length()) {
      return null;
    }
    int start = at + NAME.length();
    boolean isQuoted = start < head.length() && head.charAt(start) == '"';
    int end = isQuoted ? head.indexOf('"', start + 1) : lineEnd(head, start);
    return end < 0 ? head.substring(start) : head.substring(isQuoted ? start + 1 : start, end);
  }
}
