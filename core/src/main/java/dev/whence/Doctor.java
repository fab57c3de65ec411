package dev.whence;

import dev.whence.config.ConfigException;
import dev.whence.config.Settings;
import dev.whence.doctor.Checkup;
import dev.whence.doctor.Examination;
import dev.whence.doctor.ReportersCheck;
import dev.whence.doctor.SettingsTable;
import dev.whence.report.Reporter;
import dev.whence.report.check.Finding;
import dev.whence.report.check.Finding.Verdict;
import dev.whence.setup.Plan;
import java.io.PrintStream;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;

/**
 * Says why events arrive, or why not: prints the settings, each with its source, and what it finds
 * on the way to every receiver. Run by {@code java -cp ... dev.whence.Doctor}; {@code --help} says
 * more.
 */
public final class Doctor {
  private static final int WELL = 0;
  private static final int ILL = 1;
  private static final int MISUSED = 2;
  private static final Set<String> OPTIONS = Set.of("--help", "--all", "--no-send");
  private static final String USAGE = """
      usage: java -cp CLASSPATH dev.whence.Doctor [--all] [--no-send] [--help]

      Examines the set-up that Whence finds in system properties, environment variables,
      whence.properties and customizers on the class path.

        --all      prints all settings, those at their default too
        --no-send  examines everything without sending the test event
        --help     prints this

      Exits with 0 if nothing failed, 1 if something did, 2 if the arguments are wrong.""";

  private final WhenceBuilder builder;
  private final Set<String> options;
  private final PrintStream out;
  private final Examination examination;

  private Doctor(WhenceBuilder builder, Set<String> options, PrintStream out) {
    this.builder = builder;
    this.options = options;
    this.out = out;
    this.examination = new Examination(
        !options.contains("--no-send"), result -> result.lines().forEach(out::println));
  }

  public static void main(String[] args) {
    System.exit(run(List.of(args), Whence.builder(), System.out));
  }

  /** Examines what {@code builder} would build, prints that and returns the status to exit with. */
  static int run(List<String> args, WhenceBuilder builder, PrintStream out) {
    for (String arg : args) {
      if (!OPTIONS.contains(arg)) {
        out.println("unknown argument \"" + arg + "\"");
        out.println(USAGE);
        return MISUSED;
      }
    }
    if (args.contains("--help")) {
      out.println(USAGE);
      return WELL;
    }
    return new Doctor(builder, Set.copyOf(args), out).examine();
  }

  private int examine() {
    out.println("Not to be seen from here: init-params and context-params in a web.xml, and what an"
        + " application says to the builder.");
    try {
      Plan plan = builder.plan();
      printSettings(plan.settings());
      ReportersCheck reporters =
          new ReportersCheck(plan.settings(), plan.providers(), builder.reporters.size());
      new Checkup(plan.settings(), plan.providers(), List.of(reporters)).run(examination);
    } catch (ConfigException e) {
      Checkup.runWithout(Finding.fail(e.problem(), e.remedy()), examination);
    } catch (ServiceConfigurationError e) {
      Checkup.runWithout(unloadable(e), examination);
    } catch (RuntimeException | LinkageError e) {
      Checkup.runWithout(unbuildable(e), examination);
    }
    builder.reporters.forEach(Reporter::close);
    return conclude();
  }

  private void printSettings(Settings settings) {
    boolean isAll = options.contains("--all");
    List<String> lines = isAll ? SettingsTable.all(settings) : SettingsTable.changed(settings);
    out.println(isAll ? "Settings:" : "Settings that are not at their default:");
    lines.forEach(line -> out.println("  " + line));
    if (lines.isEmpty()) {
      out.println("  none");
    }
  }

  private static Finding unloadable(ServiceConfigurationError failure) {
    return Finding.fail(
        String.valueOf(failure.getMessage()),
        "correct the file in META-INF/services, or complete the class path");
  }

  /** Tells the type and place alone, since a message may hold a secret. */
  private static Finding unbuildable(Throwable failure) {
    StackTraceElement[] stack = failure.getStackTrace();
    return Finding.fail(
        failure.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0])
            + ": Whence stays off",
        "correct the customizer, or whatever else this names");
  }

  private int conclude() {
    int failed = examination.count(Verdict.FAIL);
    int warned = examination.count(Verdict.WARN);
    out.println(failed + " failed, " + warned + " to be looked at, "
        + examination.count(Verdict.PASS) + " in order");
    out.flush();
    return failed == 0 ? WELL : ILL;
  }
}
