package dev.whence.matrix.engine;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the documentation of the contract and of all that differs from it. */
final class EnginesPage {
  private static final String BEHAVIOURS = """
      | behaviour | request | answer and events | not so on |
      | --- | --- | --- | --- |
      """;
  private static final String DIFFERENCES = """
      | | where | why | instead |
      | --- | --- | --- | --- |
      """;

  private EnginesPage() {}

  static String behaviours() {
    return BEHAVIOURS
        + Behaviours.all().stream().map(EnginesPage::row).collect(Collectors.joining());
  }

  private static String row(Behaviour behaviour) {
    String setting = behaviour.captureStatus().isEmpty()
        ? ""
        : ", `capture-status=" + behaviour.captureStatus() + '`';
    return cells(
        behaviour.name(),
        '`' + behaviour.method() + ' ' + behaviour.path() + '`' + setting,
        told(Expected.of(behaviour)),
        exceptions(behaviour));
  }

  private static String exceptions(Behaviour behaviour) {
    List<Deviation> all = Deviations.all();
    return IntStream.range(0, all.size())
        .filter(i -> all.get(i).isAbout(behaviour))
        .mapToObj(i -> all.get(i).ground() + " (" + (i + 1) + ')')
        .collect(Collectors.joining(", "));
  }

  static String differences() {
    List<Deviation> all = Deviations.all();
    return DIFFERENCES
        + IntStream.range(0, all.size())
            .mapToObj(i -> row(i + 1, all.get(i)))
            .collect(Collectors.joining());
  }

  private static String row(int number, Deviation deviation) {
    String instead = Behaviours.all().stream()
        .filter(deviation::isAbout)
        .map(behaviour ->
            behaviour.name() + ": " + told(deviation.change().apply(Expected.of(behaviour))))
        .collect(Collectors.joining("<br>"));
    return cells(
        String.valueOf(number), deviation.ground().toString(), deviation.reason(), instead);
  }

  private static String told(Expected expected) {
    return expected.events().isEmpty()
        ? String.valueOf(expected.status())
        : expected.status() + "; "
            + Sighting.lines(expected.events()).stream()
                .map(line -> '`' + line + '`')
                .collect(Collectors.joining(" "));
  }

  private static String cells(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
