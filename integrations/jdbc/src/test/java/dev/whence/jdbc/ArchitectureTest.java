package dev.whence.jdbc;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the integration may know: core and the JDK. */
@AnalyzeClasses(packages = "dev.whence.jdbc", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule itNeedsCoreAlone = noClasses()
      .should()
      .dependOnClassesThat(
          not(resideInAnyPackage("dev.whence..", "java..", "javax.sql..", "org.jspecify..")));

  @ArchTest
  static final ArchRule sqlKnowsNobody = noClasses()
      .that()
      .resideInAPackage("dev.whence.jdbc.sql..")
      .should()
      .dependOnClassesThat(
          not(resideInAnyPackage("dev.whence.jdbc.sql..", "java..", "org.jspecify..")));

  @ArchTest
  static final ArchRule itHasNoThreadLocal =
      noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.lang.ThreadLocal");
}
