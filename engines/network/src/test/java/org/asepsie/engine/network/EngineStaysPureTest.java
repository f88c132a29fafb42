package org.asepsie.engine.network;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

@AnalyzeClasses(packages = "org.asepsie.engine.network", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineStaysPureTest {
    @ArchTest
    static final ArchRule DEPENDS_ON_THE_JDK_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.io",
                    "java.nio",
                    "java.nio.charset",
                    "java.math",
                    "javax.xml..",
                    "org.w3c.dom..",
                    "org.xml.sax..",
                    "org.jspecify..",
                    "org.asepsie.engine..")
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

    @ArchTest
    static final ArchRule OPENS_NO_FILE_AND_NO_CONNECTION = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File|FileInputStream|FileReader|RandomAccessFile)")
            .because("whoever calls the engine hands it bytes or a stream");

    @ArchTest
    static final ArchRule THE_POLICY_KNOWS_NO_READER_AND_NO_QUESTION = noClasses()
            .that()
            .resideInAPackage("..network.policy")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..network.reader..", "..network.packets..", "..network.proof..", "..network.flow..")
            .because("every vendor and every question meets in the neutral policy")
            .allowEmptyShould(true);
}
