package org.asepsie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.asepsie.knowledge.AnswersReader;
import org.asepsie.knowledge.CatalogueReader;
import org.asepsie.knowledge.diagnosis.Diagnosis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    private static final String HOME = "../docs/examples/answers-nursing-home.yaml";

    @TempDir
    private Path folder;

    private record Ran(int status, String out, String err) {}

    private static Ran run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var status = Main.run(new PrintWriter(out), new PrintWriter(err), CLOCK, args);
        return new Ran(status, out.toString(), err.toString());
    }

    private String file(String yaml) throws IOException {
        var file = folder.resolve("answers.yaml");
        Files.writeString(file, yaml);
        return file.toString();
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    @Test
    void tellsADirectorWhereTheyStandInFrench() {
        var ran = run("assess", HOME, "--framework", "essentiel-esms");

        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains("EHPAD Les Glycines, 2026-11-21", "Déclaré, avec prudence", "Par où commencer")
                .contains("À éclaircir d’abord");
    }

    @Test
    void speaksEnglishWhenAsked() {
        assertThat(run("assess", HOME, "--framework", "essentiel-esms", "--lang", "en")
                        .out())
                .contains("Declared, prudently", "Where to begin")
                .doesNotContain("niveau");
    }

    @ParameterizedTest
    @ValueSource(strings = {"essentiel-esms", "plan-attaque-hospitalier", "hygiene-42", "recyf", "crise"})
    void printsJsonThatFollowsItsSchema(String framework) throws IOException {
        var ran = run("assess", HOME, "--framework", framework, "--json");

        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/schemas/assess.schema.json")));
        assertThat(ran.status()).isZero();
        assertThat(schema.validate(ran.out(), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(ran.out().replace("\"said\" :", "\"sad\" :"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void agreesWithTheEngineThatTheScreensAsk() throws IOException {
        var catalogue = CatalogueReader.bundled();
        var answers = AnswersReader.read(new ByteArrayInputStream(Files.readAllBytes(Path.of(HOME))), "home", catalogue)
                .answers()
                .orElseThrow();
        var expected = Diagnosis.of(
                catalogue,
                catalogue.framework("essentiel-esms").orElseThrow(),
                Optional.empty(),
                answers.dossier(),
                Instant.parse("2026-11-21T23:59:59Z"),
                Set.of());

        var printed = json(
                run("assess", HOME, "--framework", "essentiel-esms", "--json").out());

        assertThat(printed.at("/overall/said/score").asDouble())
                .isEqualTo(expected.maturity().overall().said().score().value());
        assertThat(printed.at("/overall/possible/index").asDouble())
                .isEqualTo(expected.maturity().overall().possible().index().points());
        assertThat(printed.at("/plan").size()).isEqualTo(expected.plan().size());
        assertThat(json(run("plan", HOME, "--framework", "essentiel-esms", "--json")
                                .out())
                        .at("/plan"))
                .isEqualTo(printed.at("/plan"));
    }

    @Test
    void theDayOfTheAssessmentDecidesWhichEvidenceIsInDate() throws IOException {
        var answers = file("""
                answers: {on: 2026-01-01}
                evidence:
                  - {indicator: backup.offline-copy-age, value: 1, grade: measured, on: 2026-01-01, until: 2026-02-01}
                """);

        var then = json(run("assess", answers, "--framework", "essentiel-esms", "--json", "--as-of", "2026-01-15")
                .out());
        var now = json(run("assess", answers, "--framework", "essentiel-esms", "--json")
                .out());

        assertThat(then.at("/findings/expired").size()).isZero();
        assertThat(now.at("/findings/expired").size()).isPositive();
        assertThat(then.at("/overall/proven/index").asDouble())
                .isGreaterThan(now.at("/overall/proven/index").asDouble());
    }

    @Test
    void theClassOfTheEntityChoosesTheQuestions() {
        var important = json(run("assess", HOME, "--framework", "recyf", "--class", "important", "--json")
                .out());
        var essential = json(run("assess", HOME, "--framework", "recyf", "--class", "essential", "--json")
                .out());

        assertThat(important.at("/contributions").size())
                .isLessThan(essential.at("/contributions").size());
    }

    @Test
    void aWrongAnswerIsRefusedWithItsLineAndItsRemedy() throws IOException {
        var answers = file("""
                answers: {on: 2026-11-15}
                topics:
                  bak.ofline: 2
                  bak.offline: 7
                  ad.tiering: {notApplicable: not-a-target}
                evidence:
                  - {indicator: backup.offline-copy-age, value: -4, grade: measured, on: 2026-11-02}
                """);

        var ran = run("assess", answers, "--framework", "essentiel-esms", "--lang", "en");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .satisfiesExactly(
                        it -> assertThat(it)
                                .endsWith(
                                        "answers.yaml:3  unknown topic: \"bak.ofline\".  Did you mean \"bak.offline\"?"),
                        it -> assertThat(it).contains("answers.yaml:4  \"7\" is not a possible answer."),
                        it -> assertThat(it)
                                .contains("answers.yaml:5  \"not-a-target\" does not exempt from this topic."),
                        it -> assertThat(it).contains("answers.yaml:7  \"-4\" is not a number accepted here."));
    }

    @Test
    void aMissingFileAnUnknownFrameworkOrClassAreRefused() {
        assertThat(run("assess", "no-such.yaml", "--framework", "crise"))
                .satisfies(it -> assertThat(it.status()).isEqualTo(3))
                .satisfies(it -> assertThat(it.err()).contains("fichier introuvable"));
        assertThat(run("assess", HOME, "--framework", "iso"))
                .satisfies(it -> assertThat(it.status()).isEqualTo(3))
                .satisfies(it -> assertThat(it.err()).contains("essentiel-esms"));
        assertThat(run("plan", HOME, "--framework", "recyf", "--class", "vital"))
                .satisfies(it -> assertThat(it.status()).isEqualTo(3))
                .satisfies(it -> assertThat(it.err()).contains("important, essential"));
        assertThat(run("assess", HOME).status()).isEqualTo(2);
    }

    @Test
    void twoFilesAddUpAndTheLastOneWins() throws IOException {
        var later = file("answers: {on: 2026-11-16}\ntopics: {bak.offline: 3, essentiel.bak.regular: 3}\n");

        var both = json(run("assess", HOME, later, "--framework", "essentiel-esms", "--json")
                .out());
        var one = json(
                run("assess", HOME, "--framework", "essentiel-esms", "--json").out());

        assertThat(both.at("/overall/said/index").asDouble())
                .isGreaterThan(one.at("/overall/said/index").asDouble());
    }

    @Test
    void checksTheKnowledgeAndCountsIt() throws IOException {
        assertThat(run("knowledge", "check", "../knowledge"))
                .satisfies(it -> assertThat(it.status()).isZero())
                .satisfies(it -> assertThat(it.out()).contains("essentiel-esms", "0 problème(s)"));

        Files.createDirectories(folder.resolve("topics"));
        Files.writeString(
                folder.resolve("topics/mine.yaml"), "topics:\n  a.b: {fr: Un, enn: One}\n", StandardCharsets.UTF_8);
        assertThat(run("knowledge", "check", folder.toString(), "--lang", "en"))
                .satisfies(it -> assertThat(it.status()).isEqualTo(1))
                .satisfies(it -> assertThat(it.out())
                        .contains("1 missing translation(s)", "topics/mine.yaml:2", "Did you mean \"en\"?"));
        assertThat(run("knowledge", "check", "no-such-folder").status()).isEqualTo(3);
    }

    private static final String MEANS = "../docs/examples/means-nursing-home.yaml";

    @Test
    void plansByQuarterUnderRealMeans() throws IOException {
        var ran = run("plan", HOME, "--framework", "essentiel-esms", "--means", MEANS, "--json");

        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/schemas/plan-means.schema.json")));
        assertThat(ran.status()).isZero();
        assertThat(schema.validate(ran.out(), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(ran.out().replace("\"heldBy\"", "\"held\""), InputFormat.JSON))
                .isNotEmpty();
        var plan = json(ran.out());
        assertThat(plan.at("/quarters").size()).isEqualTo(12);
        assertThat(plan.at("/quarters")).allSatisfy(it -> {
            assertThat(it.at("/level/proven").asDouble())
                    .isLessThanOrEqualTo(it.at("/level/said").asDouble());
            assertThat(it.at("/level/said").asDouble())
                    .isEqualTo(it.at("/score").asDouble())
                    .isLessThanOrEqualTo(it.at("/level/possible").asDouble());
        });
        assertThat(plan.at("/plan/weighed").asDouble())
                .isLessThan(plan.at("/nothing/weighed").asDouble());
        assertThat(plan.at("/lines").findValuesAsString("measure"))
                .contains("bak-offline", "hab-mfa-mail")
                .doesNotContain("gov-insurance");
    }

    @Test
    void tellsThePlanByQuarterInBothLanguages() {
        assertThat(run("plan", HOME, "--framework", "essentiel-esms", "--means", MEANS)
                        .out())
                .contains("Trimestre commençant le 2027-01-01", "Sans rien faire", "Avec ce plan");
        assertThat(run("plan", HOME, "--framework", "essentiel-esms", "--means", MEANS, "--lang", "en")
                        .out())
                .contains("Quarter beginning 2027-01-01", "Doing nothing:")
                .doesNotContain("trimestre");
    }

    @Test
    void saysWhatCannotHoldTogether() throws IOException {
        var poor = Files.readString(Path.of(MEANS)).replace("it: [6, 6, 8]", "it: 0");
        var means = folder.resolve("means.yaml");
        Files.writeString(means, poor);

        var ran = run("plan", HOME, "--framework", "essentiel-esms", "--means", means.toString(), "--lang", "en");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("These constraints cannot hold together:", "days of \"it\":");
    }

    @Test
    void aMistakeInTheMeansOrAnUnknownParameterIsRefused() throws IOException {
        var text = Files.readString(Path.of(MEANS));
        var means = folder.resolve("means.yaml");

        Files.writeString(means, text.replace("places: 80", "places: none"));
        assertThat(run("plan", HOME, "--framework", "essentiel-esms", "--means", means.toString()))
                .satisfies(it -> assertThat(it.status()).isEqualTo(3))
                .satisfies(it -> assertThat(it.err()).contains("means.yaml:5"));
        Files.writeString(means, text + "\nparameters:\n  rate:meteorite: [1, 2]\n");
        assertThat(run("plan", HOME, "--framework", "essentiel-esms", "--means", means.toString()))
                .satisfies(it -> assertThat(it.status()).isEqualTo(3))
                .satisfies(it -> assertThat(it.err()).contains("rate:meteorite"));
        assertThat(run("plan", HOME, "--framework", "essentiel-esms", "--means", "no-such.yaml")
                        .status())
                .isEqualTo(3);
    }
}
