package dev.whence.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Shows what the scrubber makes of data, before an application sends any.
 *
 * <p>{@code java -cp whence-core.jar:jackson-core.jar dev.whence.scrub.ScrubTool [--explain] <
 * in.jsonl > out.jsonl} reads lines {@code {"id":…,"kind":…,"input":…}} of the kinds header,
 * cookie, query, form, json, message, url, stack, breadcrumb and user, and writes a line
 * {@code {"id":…,"output":…}} for each, with {@code --explain} what was masked: path, rule, length.
 * A line that it cannot read becomes {@code {"line":…,"error":…}}. Keeps one line in memory.
 */
public final class ScrubTool {
  private static final int LONGEST_LINE = 1 << 25;
  private static final String USAGE = """
      usage: ScrubTool [--explain] [--strict] [--hide-key NAME] [--keep-key NAME]
                       [--hide-pattern REGEX] [--rule-off ID] < in.jsonl > out.jsonl
      reads {"id":…,"kind":…,"input":…} a line; kinds: %s
      """.formatted(String.join(", ", ToolLine.KINDS));

  private final Scrubber.Builder settings = Scrubber.builder();
  private boolean explains;
  private int patterns;

  private ScrubTool() {}

  /** Runs the command; ends the process with 2 if its arguments are wrong. */
  public static void main(String[] args) throws IOException {
    ScrubTool tool = new ScrubTool();
    try {
      tool.read(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(USAGE);
      System.exit(2);
    }
    Writer out = new BufferedWriter(new OutputStreamWriter(System.out, UTF_8));
    tool.run(new BufferedReader(new InputStreamReader(System.in, UTF_8)), out);
    out.flush();
  }

  private void read(String[] args) {
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--explain" -> explains = true;
        case "--strict" -> settings.privacy(Privacy.STRICT);
        case "--hide-key" -> settings.hideKey(value(args, i++));
        case "--keep-key" -> settings.keepKey(value(args, i++));
        case "--hide-pattern" -> hidePattern(value(args, i++));
        case "--rule-off" -> settings.ruleOff(value(args, i++));
        default -> throw new IllegalArgumentException("no option \"" + args[i] + "\"");
      }
    }
  }

  private static String value(String[] args, int option) {
    if (option + 1 == args.length) {
      throw new IllegalArgumentException("\"" + args[option] + "\" needs a value");
    }
    return args[option + 1];
  }

  private void hidePattern(String regex) {
    try {
      settings.hidePattern("pattern-" + ++patterns, Pattern.compile(regex));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "\"" + regex + "\" is no pattern: " + e.getDescription(), e);
    }
  }

  private void run(Reader in, Writer out) throws IOException {
    ToolLine line = new ToolLine(settings.build(), explains);
    StringBuilder text = new StringBuilder();
    int number = 0;
    int end;
    do {
      number++;
      text.setLength(0);
      end = readLine(in, text);
      if (text.length() > LONGEST_LINE) {
        out.append(line.error(number, "longer than " + LONGEST_LINE + " characters"))
            .append('\n');
      } else if (!text.toString().isBlank()) {
        out.append(line.scrub(number, text.toString())).append('\n');
      }
    } while (end >= 0);
  }

  /** Reads up to the end of the line, of which it keeps no more than can be looked at. */
  private static int readLine(Reader in, StringBuilder line) throws IOException {
    int c = in.read();
    while (c >= 0 && c != '\n') {
      if (line.length() <= LONGEST_LINE) {
        line.append((char) c);
      }
      c = in.read();
    }
    return c;
  }
}
