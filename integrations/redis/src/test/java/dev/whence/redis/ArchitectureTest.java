package dev.whence.redis;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the Redis module may know: core, the JDK, and each library in one room. */
@AnalyzeClasses(packages = "dev.whence.redis", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule itNeedsCoreAndTheLibrariesAlone = noClasses()
      .should()
      .dependOnClassesThat(not(resideInAnyPackage(
          "dev.whence..",
          "java..",
          "redis.clients.jedis..",
          "org.apache.commons.pool2..",
          "io.lettuce.core..",
          "org.jspecify..")));

  @ArchTest
  static final ArchRule oneRoomKnowsJedis = noClasses()
      .that()
      .resideOutsideOfPackage("dev.whence.redis.jedis..")
      .should()
      .dependOnClassesThat(resideInAnyPackage("redis.clients..", "org.apache.commons.pool2.."));

  @ArchTest
  static final ArchRule oneRoomKnowsLettuce = noClasses()
      .that()
      .resideOutsideOfPackage("dev.whence.redis.lettuce..")
      .should()
      .dependOnClassesThat(resideInAPackage("io.lettuce.."));
}
