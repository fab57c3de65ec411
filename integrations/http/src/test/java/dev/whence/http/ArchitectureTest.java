package dev.whence.http;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know which client. */
@AnalyzeClasses(packages = "dev.whence.http", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule oneRoomKnowsApache = onlyIn("apache", "org.apache..");

  @ArchTest
  static final ArchRule oneRoomKnowsOkHttp = onlyIn("okhttp", "okhttp3..");

  @ArchTest
  static final ArchRule theyNeedCoreAndTheClientsAlone = noClasses()
      .should()
      .dependOnClassesThat(not(resideInAnyPackage(
          "dev.whence..",
          "java..",
          "javax.net.ssl..",
          "org.apache.hc..",
          "okhttp3..",
          "org.jspecify..")));

  private static ArchRule onlyIn(String room, String library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("dev.whence.http." + room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
