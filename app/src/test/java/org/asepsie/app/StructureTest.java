package org.asepsie.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// How the house is cut. Each rule gives its reason in words.
class StructureTest {
    /// An earlier build leaves the beans it settled beside what people wrote.
    private static final ImportOption WRITTEN = place -> !place.contains("__");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(WRITTEN)
            .importPackages("org.asepsie");

    /// Classes made from templates: they see every screen, and nothing sees them.
    private static final String TEMPLATES = "org.asepsie.app.templates..";

    @Test
    void modulesUseOnlyTheDoorsTheyDeclare() {
        ApplicationModules.of(AsepsieApplication.class, resideInAPackage(TEMPLATES))
                .verify();
    }

    @Test
    void enginesStandAlone() {
        noClasses()
                .that()
                .resideInAPackage("org.asepsie.engine..")
                .should()
                .dependOnClassesThat()
                // Beside the JDK: the solver of the plan (docs/decisions/0010-solver.md), the streaming reader of
                // the directory (docs/design/directory.md); a test of each engine keeps its own in one place.
                .resideOutsideOfPackages(
                        "java..",
                        "javax..",
                        "org.jspecify..",
                        "org.asepsie.engine..",
                        "com.google.ortools..",
                        "tools.jackson.core..")
                .allowEmptyShould(true)
                .because("the same engines run in the application, on an auditor's laptop and on a cluster")
                .check(CODE);
    }

    @Test
    void nullsAreSaid() {
        classes()
                .that()
                .resideOutsideOfPackage(TEMPLATES)
                .should(new ArchCondition<JavaClass>("stand in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                type, marked, "%s: its package is not @NullMarked".formatted(type.getName())));
                    }
                })
                .because("the build checks nulls only where a package says so")
                .check(CODE);
    }

    @Test
    void fieldsAreNotInjected() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .because("what a class needs stands in its constructor, final")
                .check(CODE);
    }

    @Test
    void sqlStandsInStores() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and(com.tngtech.archunit.base.DescribedPredicate.not(
                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                "are part of a store", StructureTest::isPartOfAStore)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc.core..")
                .because("whoever changes a table finds every statement on it in one class")
                .check(CODE);
    }

    private static boolean isPartOfAStore(JavaClass type) {
        return type.getName().contains("Store$");
    }
}
