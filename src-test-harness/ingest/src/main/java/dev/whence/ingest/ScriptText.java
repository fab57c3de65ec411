package dev.whence.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads answers from a text, as {@link Answer#script} says. */
final class ScriptText {
  private static final Pattern STATUS = Pattern.compile("[2-5][0-9][0-9]");
  private static final Pattern TIMES = Pattern.compile("x([1-9][0-9]{0,5})");
  private static final Pattern HEADER = Pattern.compile("([A-Z][A-Za-z0-9-]*)=(.*)");
  private static final Pattern TIME = Pattern.compile("(after|slow|reading)=([0-9]{1,6})(ms|s)");
  private static final Pattern NUMBER = Pattern.compile("(half|cut|padded|interim)=([0-9]{1,8})");

  private final String item;
  private final int place;
  private Answer answer;
  private int times = 1;

  private ScriptText(String item, int place, Answer answer) {
    this.item = item;
    this.place = place;
    this.answer = answer;
  }

  static List<Answer> parse(String text) {
    List<Answer> answers = new ArrayList<>();
    String[] items = text.split(",", -1);
    for (int place = 1; place <= items.length; place++) {
      answers.addAll(answers(items[place - 1].strip(), place));
    }
    return answers;
  }

  private static List<Answer> answers(String item, int place) {
    String[] words = item.split(" +", -1);
    ScriptText reader = new ScriptText(item, place, first(words[0], item, place));
    for (String option : Arrays.asList(words).subList(1, words.length)) {
      reader.take(option);
    }
    return Collections.nCopies(reader.times, reader.answer);
  }

  private static Answer first(String word, String item, int place) {
    return switch (word) {
      case "hang" -> Answer.hang();
      case "reset" -> Answer.reset();
      case "garbage" -> Answer.garbage(place);
      default -> {
        if (!STATUS.matcher(word).matches()) {
          throw wrong(
              place, item, word, "begin with a status from 200 to 599, hang, reset or garbage");
        }
        yield Answer.status(Integer.parseInt(word));
      }
    };
  }

  private void take(String option) {
    try {
      answer = with(option);
    } catch (IllegalStateException impossible) {
      throw wrong(place, item, option, String.valueOf(impossible.getMessage()));
    }
  }

  private Answer with(String option) {
    Matcher number = NUMBER.matcher(option);
    if (number.matches()) {
      return numbered(number.group(1), Integer.parseInt(number.group(2)), option);
    }
    Matcher time = TIME.matcher(option);
    if (time.matches()) {
      return timed(time.group(1), duration(time.group(2), time.group(3)));
    }
    Matcher header = HEADER.matcher(option);
    if (header.matches()) {
      return answer.header(header.group(1), header.group(2));
    }
    return plain(option);
  }

  private Answer plain(String option) {
    Matcher count = TIMES.matcher(option);
    if (count.matches()) {
      times = Integer.parseInt(count.group(1));
      return answer;
    }
    return switch (option) {
      case "early" -> answer.early();
      case "twice" -> answer.twice();
      case "closing" -> answer.closing();
      default ->
        throw wrong(
            place,
            item,
            option,
            "use x3, Name=value, after=50ms, slow=5ms, reading=5ms, half=20, cut=20, padded=1000,"
                + " interim=103, early, twice or closing");
    };
  }

  private Answer timed(String name, Duration time) {
    return switch (name) {
      case "after" -> answer.after(time);
      case "slow" -> answer.slow(time);
      default -> answer.reading(time);
    };
  }

  private Answer numbered(String name, int number, String option) {
    if (name.equals("interim") && (number < 100 || number > 199)) {
      throw wrong(place, item, option, "use a status from 100 to 199");
    }
    return switch (name) {
      case "half" -> answer.half(number);
      case "cut" -> answer.cut(number);
      case "padded" -> answer.padded(number);
      default -> answer.behind(number);
    };
  }

  private static Duration duration(String amount, String unit) {
    long number = Long.parseLong(amount);
    return unit.equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
  }

  private static IllegalArgumentException wrong(
      int place, String item, String word, String remedy) {
    return new IllegalArgumentException("answer " + place + " of the script, \"" + item + "\": \""
        + word + "\" cannot be read; " + remedy);
  }
}
