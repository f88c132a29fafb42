package org.asepsie.engine.maturity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

@AnalyzeClasses(packages = "org.asepsie.engine.maturity", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineStaysPureTest {
    @ArchTest
    static final ArchRule DEPENDS_ON_THE_JDK_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java.lang..", "java.util..", "java.time..", "org.jspecify..", "org.asepsie.engine..")
            .because("the same engine runs in the application, on a laptop and on a cluster");

    @ArchTest
    static final ArchRule READS_NO_CLOCK_AND_DRAWS_NO_LOTS = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .because("an old result must be replayable to the last digit");
}
