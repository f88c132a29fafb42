package org.asepsie.engine.plan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

@AnalyzeClasses(packages = "org.asepsie.engine.plan", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineStaysPureTest {
    @ArchTest
    static final ArchRule DEPENDS_ON_THE_JDK_THE_OTHER_ENGINE_AND_ONE_SOLVER = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "org.jspecify..",
                    "org.asepsie.engine..",
                    "com.google.ortools..")
            .because("the same engine runs in the application, on a laptop and on a cluster");

    @ArchTest
    static final ArchRule THE_SOLVER_STAYS_BEHIND_SIX_CLASSES = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Solver")
            .and()
            .haveSimpleNameNotStartingWith("Program")
            .and()
            .resideOutsideOfPackage("com.google..")
            .and()
            .doNotHaveFullyQualifiedName("org.asepsie.engine.plan.Bound")
            .and()
            .doNotHaveFullyQualifiedName("org.asepsie.engine.plan.Bound$Parameters")
            .and()
            .haveNameNotMatching(".*\\.(LinearProgram|Relaxation|SmallestPlan)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.ortools..")
            .because("plans must be made, less surely proven, where the native library cannot be loaded");

    @ArchTest
    static final ArchRule READS_NO_CALENDAR_AND_DRAWS_NO_LOTS = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .because("an old plan must be replayable to the last digit; only the patience of a proof reads a timer");
}
