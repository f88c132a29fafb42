package org.asepsie.engine.directory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

@AnalyzeClasses(packages = "org.asepsie.engine.directory", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineStaysPureTest {
    private static final String[] READERS = {
        "org.asepsie.engine.directory.sharphound..",
        "org.asepsie.engine.directory.ldif..",
        "org.asepsie.engine.directory.oradad..",
        "org.asepsie.engine.directory.pingcastle..",
        "org.asepsie.engine.directory.entry..",
        "org.asepsie.engine.directory.reader..",
        "org.asepsie.engine.directory.input.."
    };

    @ArchTest
    static final ArchRule MODEL_AND_RULES_DEPEND_ON_THE_JDK_ALONE = classes()
            .that()
            .resideOutsideOfPackages(READERS)
            .and()
            .doNotHaveSimpleName("Catalogue") // it reads its own resource
            .and()
            .haveNameNotMatching(".*\\.(KeptForest|ForestOut|ForestIn)") // bytes in memory
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.nio.charset..",
                    "org.jspecify..",
                    "org.asepsie.engine.directory..")
            .because("the same engine runs in the application, on a laptop and on a cluster");

    @ArchTest
    static final ArchRule READERS_READ_STREAMS_AND_NO_NETWORK = classes()
            .that()
            .resideInAnyPackage(READERS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.io..",
                    "java.nio..",
                    "java.security..",
                    "java.math..",
                    "javax.xml.stream..",
                    "javax.security.auth.x500..",
                    "org.jspecify..",
                    "org.asepsie.engine.directory..")
            .because("a file is all that a reader needs");

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
