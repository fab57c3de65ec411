package dev.whence.jaxrs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** What the JAX-RS module may know: core, the JAX-RS API, the JDK; each library in one place. */
@AnalyzeClasses(packages = "dev.whence.jaxrs", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule itNeedsCoreAndTheApiAlone = noClasses()
      .that()
      .resideOutsideOfPackages("dev.whence.jaxrs.jersey..", "dev.whence.jaxrs.validation..")
      .should()
      .dependOnClassesThat(not(resideInAnyPackage(
          "dev.whence..",
          "java..",
          "jakarta.ws.rs..",
          "jakarta.annotation..",
          "com.fasterxml.jackson.core..",
          "org.jspecify..")));

  @ArchTest
  static final ArchRule oneRoomKnowsJersey = noClasses()
      .that()
      .resideOutsideOfPackage("dev.whence.jaxrs.jersey..")
      .should()
      .dependOnClassesThat(resideInAPackage("org.glassfish.."));

  @ArchTest
  static final ArchRule oneRoomKnowsValidation = noClasses()
      .that()
      .resideOutsideOfPackage("dev.whence.jaxrs.validation..")
      .should()
      .dependOnClassesThat(resideInAPackage("jakarta.validation.."));

  @ArchTest
  static final ArchRule nobodyKnowsServlets =
      noClasses().should().dependOnClassesThat(resideInAPackage("jakarta.servlet.."));

  @ArchTest
  static final ArchRule nothingGoesInCircles =
      SlicesRuleDefinition.slices().matching("dev.whence.jaxrs.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule itHasNoThreadLocal =
      noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.lang.ThreadLocal");
}
