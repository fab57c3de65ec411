package dev.whence.servlet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the filter may know: core, the servlet API, the JDK. */
@AnalyzeClasses(
    packages = "dev.whence.servlet",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theFilterNeedsCoreAndTheServletApiAlone = noClasses()
      .should()
      .dependOnClassesThat(
          not(resideInAnyPackage("dev.whence..", "java..", "jakarta.servlet..", "org.jspecify..")));

  @ArchTest
  static final ArchRule itHasNoThreadLocal =
      noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.lang.ThreadLocal");
}
