package dev.whence.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A count of one month in a file: {@code 2026-11 1234}. Each journal of a root has its own, written
 * by its owner alone and replaced at once; what counts is the sum of all.
 */
final class MonthFile implements MonthCount {
  private static final Pattern TEXT = Pattern.compile("(\\d{4}-(?:0[1-9]|1[0-2])) (\\d{1,18})\n");

  private final String name;
  private final Path own;
  private final List<Path> all;

  /**
   * Makes the count {@code name} of the journal in {@code own}.
   *
   * @param all the directories of the journals that share it, whether they are there or not
   */
  MonthFile(String name, Path own, List<Path> all) {
    this.name = name;
    this.own = own;
    this.all = all;
  }

  @Override
  public long add(YearMonth month, long more) throws IOException {
    long others = 0;
    for (Path other : all) {
      others += other.equals(own) ? 0 : read(other, month).orElse(0);
    }
    long mine = read(own, month).orElse(0) + more;
    if (more > 0) {
      OwnerOnly.replace(
          own.resolve(name),
          month + " " + mine + '\n'); // last, since a failure means that nothing was added
    }
    return mine + others;
  }

  /** Returns the count of {@code month}, empty if there is none or it is damaged. */
  private OptionalLong read(Path directory, YearMonth month) throws IOException {
    try {
      Matcher text = TEXT.matcher(Files.readString(directory.resolve(name), US_ASCII));
      return text.matches() && text.group(1).equals(month.toString())
          ? OptionalLong.of(Long.parseLong(text.group(2)))
          : OptionalLong.empty();
    } catch (NoSuchFileException none) {
      return OptionalLong.empty();
    } catch (CharacterCodingException damaged) {
      return OptionalLong.empty();
    }
  }
}
