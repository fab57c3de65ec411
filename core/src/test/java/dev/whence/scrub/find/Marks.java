package dev.whence.scrub.find;

import dev.whence.scrub.text.Finder;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.TextScanner;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads tables of texts, one a line, in which what is to be found stands in {@code ‹›}; {@code \n},
 * {@code \t} and <code>{x*3}</code> for {@code xxx}. Shows what one rule finds in the same way.
 */
public final class Marks {
  private static final String MARKER = "‹›";
  private static final Pattern REPEATED = Pattern.compile("\\{(.+?)\\*(\\d+)}");

  private Marks() {}

  public static Stream<String> rows(String table) {
    return table
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.replace("\\n", "\n").replace("\\t", "\t"))
        .map(line -> REPEATED
            .matcher(line)
            .replaceAll(match ->
                Matcher.quoteReplacement(match.group(1).repeat(Integer.parseInt(match.group(2))))));
  }

  /** Returns {@code row} with what {@code verifier} finds in it in marks, not what is in marks. */
  public static String shown(String row, String triggers, Finder.Verifier verifier) {
    TextScanner scanner = new TextScanner(
        List.of(new Finder(new Rule("one", MARKER), triggers, verifier)), List.of());
    String text = row.replace("‹", "").replace("›", "");
    Queue<Integer> lengths = new ArrayDeque<>();
    String masked = scanner.scan(text, (rule, length) -> lengths.add(length));
    return filled(masked, text, lengths);
  }

  private static String filled(String masked, String text, Queue<Integer> lengths) {
    StringBuilder shown = new StringBuilder();
    int at = 0;
    for (String clean : masked.split(MARKER, -1)) {
      shown.append(clean);
      at += clean.length();
      if (!lengths.isEmpty()) {
        int end = at + lengths.remove();
        shown.append('‹').append(text, at, end).append('›');
        at = end;
      }
    }
    return shown.toString();
  }
}
