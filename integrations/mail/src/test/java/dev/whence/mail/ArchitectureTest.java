package dev.whence.mail;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the mail module may know: core, the mail API, the JDK. */
@AnalyzeClasses(packages = "dev.whence.mail", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule itNeedsCoreAndTheApiAlone = noClasses()
      .should()
      .dependOnClassesThat(
          not(resideInAnyPackage("dev.whence..", "java..", "jakarta.mail..", "org.jspecify..")));
}
