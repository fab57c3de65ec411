package dev.whence;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.stream.Stream;

/** Who may know whom inside core. */
@AnalyzeClasses(packages = "dev.whence", importOptions = ArchitectureTest.Main.class)
class ArchitectureTest {
  /** Core's own classes, without tests and what they need. */
  static final class Main implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return location.contains("/core/target/classes/");
    }
  }

  @ArchTest
  static final ArchRule eventKnowsNobody = knowsOnly("event");

  @ArchTest
  static final ArchRule netKnowsNobody = knowsOnly("net");

  @ArchTest
  static final ArchRule configKnowsAddresses = knowsOnly("config", "net");

  @ArchTest
  static final ArchRule journalKnowsNobody = knowsOnly("journal");

  @ArchTest
  static final ArchRule scrubKnowsEventsAndAddresses = knowsOnly("scrub", "event", "net");

  @ArchTest
  static final ArchRule reportKnowsEventsAndSettings = knowsOnly("report", "event", "config");

  @ArchTest
  static final ArchRule reportsHttpKnowsNobody = knowsOnly("report.http");

  @ArchTest
  static final ArchRule theReportersContractDoesNotKnowSentry = noClasses()
      .that()
      .resideInAPackage("dev.whence.report")
      .should()
      .dependOnClassesThat(resideInAPackage("dev.whence.report.sentry.."));

  @ArchTest
  static final ArchRule reportsChecksKnowNobody = knowsOnly("report.check");

  @ArchTest
  static final ArchRule doctorKnowsReportersSettingsAndAddresses =
      knowsOnly("doctor", "report", "config", "net");

  @ArchTest
  static final ArchRule refuseKnowsEvents = knowsOnly("refuse", "event");

  @ArchTest
  static final ArchRule groupKnowsEvents = knowsOnly("group", "event");

  @ArchTest
  static final ArchRule limitKnowsRefusalsAndTheJournal = knowsOnly("limit", "refuse", "journal");

  @ArchTest
  static final ArchRule guardKnowsNobody = knowsOnly("guard");

  @ArchTest
  static final ArchRule captureKnowsEventsRefusalsAndTraces =
      knowsOnly("capture", "event", "refuse", "trace");

  @ArchTest
  static final ArchRule snapshotKnowsWhatIsTakenDown =
      knowsOnly("snapshot", "event", "guard", "trace", "stats");

  @ArchTest
  static final ArchRule assembleKnowsSnapshotsAndEvents =
      knowsOnly("assemble", "snapshot", "event", "guard", "trace");

  @ArchTest
  static final ArchRule encodeKnowsEvents = knowsOnly("encode", "event");

  @ArchTest
  static final ArchRule recordKnowsTheWayFromSnapshotToJson = knowsOnly(
      "record",
      "snapshot",
      "assemble",
      "scrub",
      "group",
      "limit",
      "encode",
      "event",
      "refuse",
      "guard",
      "stats");

  @ArchTest
  static final ArchRule bodyKnowsEventsAndSnapshots = knowsOnly("body", "event", "snapshot");

  @ArchTest
  static final ArchRule retryingKnowsNoLanes = knowsOnly("delivery.retry", "report", "event");

  @ArchTest
  static final ArchRule valuesOfSettingsKnowAddresses = knowsOnly("config.value", "net");

  @ArchTest
  static final ArchRule deliveryKnowsJournalAndReporters =
      knowsOnly("delivery", "journal", "report", "event", "guard");

  @ArchTest
  static final ArchRule healthKnowsDeliveryAndScrubbing = knowsOnly("health", "delivery", "scrub");

  @ArchTest
  static final ArchRule requestKnowsEventsSettingsAndSnapshots =
      knowsOnly("request", "event", "config", "snapshot", "guard");

  @ArchTest
  static final ArchRule traceKnowsEvents = knowsOnly("trace", "event");

  @ArchTest
  static final ArchRule statsKnowsNobody = knowsOnly("stats");

  @ArchTest
  static final ArchRule nothingGoesInCircles =
      SlicesRuleDefinition.slices().matching("dev.whence.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule coreNeedsTheJdkAndJacksonCoreAlone = noClasses()
      .should()
      .dependOnClassesThat(not(resideInAnyPackage(
          "dev.whence..",
          "java..",
          "javax.management..",
          "javax.crypto..",
          "javax.net..",
          "com.fasterxml.jackson.core..",
          "org.jspecify..",
          "org.slf4j..")));

  @ArchTest
  static final ArchRule oneClassKnowsSlf4j = noClasses()
      .that()
      .doNotHaveFullyQualifiedName("dev.whence.request.LogContext")
      .should()
      .dependOnClassesThat(resideInAPackage("org.slf4j.."));

  @ArchTest
  static final ArchRule noJacksonTypeIsInAPublicSignature = noMethods()
      .that()
      .arePublic()
      .and()
      .areDeclaredInClassesThat()
      .arePublic()
      .should()
      .haveRawReturnType(resideInAPackage("com.fasterxml.."))
      .orShould()
      .haveRawParameterTypes(com.tngtech.archunit.base.DescribedPredicate.describe(
          "one of Jackson's",
          types -> types.stream()
              .map(JavaClass::getPackageName)
              .anyMatch(name -> name.startsWith("com.fasterxml"))));

  @ArchTest
  static final ArchRule threadLocalsAreWhereTheyArePutBack = noClasses()
      .that()
      .doNotHaveFullyQualifiedName("dev.whence.CurrentScope")
      .and()
      .doNotHaveFullyQualifiedName("dev.whence.trace.CurrentSpan")
      .should()
      .dependOnClassesThat()
      .haveFullyQualifiedName("java.lang.ThreadLocal");

  private static ArchRule knowsOnly(String room, String... others) {
    String[] allowed = Stream.concat(Stream.of(room), Stream.of(others))
        .map(name -> "dev.whence." + name + "..")
        .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage("dev.whence." + room + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(not(resideInAPackage("dev.whence.."))))
        .as("dev.whence." + room + " knows only " + String.join(", ", others));
  }
}
