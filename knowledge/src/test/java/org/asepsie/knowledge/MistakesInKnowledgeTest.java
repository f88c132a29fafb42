package org.asepsie.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each mistake an author can make is told with its line and its remedy.
class MistakesInKnowledgeTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();

    /// A sound framework of one question; `ask` stands on line 24, the question begins on line 17.
    private static final String SOUND = """
            framework:
              id: regional
              version: 1.0.0
              validFrom: 2026-11-01
              title: {fr: Régional, en: Regional}
              purpose: {fr: Essai, en: Trial}
              audience: [esms]
              minutes: 5
              source: {name: Nous, reference: Rien, checkedOn: 2026-11-21, confidence: P}
              thresholds: [20, 45, 65, 85]
            themes:
              - id: copies
                title: {fr: Copies, en: Copies}
                intro: {fr: Pourquoi, en: Why}
                weight: 3
            questions:
              - id: regional.offline
                topic: bak.offline
                theme: copies
                essential: true
                weight: 3
                gate: {level: 2, attainment: 2}
                indicators: [backup.offline-copy-age]
                ask: {fr: "Une copie débranchée ?", en: "An unplugged copy?"}
                example: {fr: Ex, en: Ex}
                help: {fr: Aide, en: Help}
                options:
                  - {attainment: 0, text: {fr: Non, en: No}}
                  - {attainment: 1, text: {fr: Un peu, en: A little}}
                  - {attainment: 2, text: {fr: Presque, en: Nearly}}
                  - {attainment: 3, text: {fr: Oui, en: "Yes"}}
                findOut: {who: {fr: Elle, en: Her}, look: {fr: Là, en: There}, minutes: 5}
            """;

    private static List<String> mistakes(String yaml) {
        return mistakes(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> mistakes(byte[] yaml) {
        return CatalogueReader.readFramework(new ByteArrayInputStream(yaml), "regional.yaml", CATALOGUE)
                .problems()
                .stream()
                .map(Problem::toString)
                .toList();
    }

    private static String changed(String from, String to) {
        assertThat(SOUND).contains(from);
        return SOUND.replace(from, to);
    }

    @Test
    void findsNothingWrongWithASoundFramework() {
        assertThat(mistakes(SOUND)).isEmpty();
    }

    @Test
    void anUnknownKeyIsRefusedWithTheNearestOne() {
        assertThat(mistakes(changed("    weight: 3\n    gate", "    wieght: 3\n    gate")))
                .containsExactly(
                        "regional.yaml:17  \"weight\" is missing.  Add \"weight: …\".",
                        "regional.yaml:21  key \"wieght\" does not exist here.  Did you mean \"weight\"?");
    }

    @Test
    void aKeyWrittenTwiceIsRefused() {
        assertThat(mistakes(changed("    essential: true\n", "    essential: true\n    essential: false\n")))
                .containsExactly("regional.yaml:21  key \"essential\" is written twice.  Keep one of them.");
    }

    @Test
    void anUnknownTopicThemeOrIndicatorIsRefusedWithTheNearestOne() {
        assertThat(mistakes(changed("topic: bak.offline", "topic: bak.oflline")))
                .containsExactly("regional.yaml:17  unknown topic: \"bak.oflline\".  Did you mean \"bak.offline\"?");
        assertThat(mistakes(changed("theme: copies", "theme: copy")))
                .anySatisfy(it -> assertThat(it).startsWith("regional.yaml:17  unknown theme"));
        assertThat(mistakes(changed("[backup.offline-copy-age]", "[backup.ofline-copy-age]")))
                .singleElement()
                .asString()
                .endsWith("Did you mean \"backup.offline-copy-age\"?");
    }

    @Test
    void aMissingTranslationIsToldApartFromOtherMistakes() {
        var reading = CatalogueReader.readFramework(
                new ByteArrayInputStream(
                        changed(", en: \"An unplugged copy?\"", "").getBytes(StandardCharsets.UTF_8)),
                "regional.yaml",
                CATALOGUE);

        assertThat(reading.problems()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Problem.Kind.MISSING_TRANSLATION);
            assertThat(it.line()).isEqualTo(24);
            assertThat(it.in(Language.FR))
                    .contains(
                            "il manque le texte « en »".replace("« ", "«\u00a0").replace(" »", "\u00a0»"));
        });
    }

    @Test
    void aGateOnAQuestionThatIsNotEssentialIsRefused() {
        assertThat(mistakes(changed("essential: true", "essential: false")))
                .containsExactly(
                        "regional.yaml:17  a gate question must be essential.  Add essential: true, or remove gate.");
    }

    @Test
    void anAnswerMustMeanTheSameInEveryFramework() {
        assertThat(mistakes(changed("      - {attainment: 1, text: {fr: Un peu, en: A little}}\n", "")))
                .singleElement()
                .asString()
                .contains("does not offer the attainments of");
    }

    @Test
    void oneTopicIsAskedOnceInAFramework() {
        var question = SOUND.substring(SOUND.indexOf("  - id: regional.offline"));

        assertThat(mistakes(SOUND + question.replace("regional.offline", "regional.again")))
                .singleElement()
                .asString()
                .contains("topic \"bak.offline\" is already asked by \"regional.offline\"");
    }

    @Test
    void numbersDatesAndWordsOutsideTheirBoundsAreRefused() {
        assertThat(mistakes(changed("weight: 3\n    gate", "weight: 9\n    gate")))
                .containsExactly("regional.yaml:21  \"9\" is not a number accepted here.  Write a number within 1…5.");
        assertThat(mistakes(changed("2026-11-01", "1/11/2026")))
                .singleElement()
                .asString()
                .contains("2026-11-21");
        assertThat(mistakes(changed("audience: [esms]", "audience: [ehpad]")))
                .containsExactly("regional.yaml:7  \"ehpad\" is not known here.  Choose among: esms, hospital, all.");
        assertThat(mistakes(changed("[20, 45, 65, 85]", "[20, 45, 45, 85]")))
                .singleElement()
                .asString()
                .contains("four rising thresholds");
    }

    @Test
    void brokenYamlIsToldAtItsLine() {
        assertThat(mistakes(changed("audience: [esms]", "audience: [esms")))
                .singleElement()
                .asString()
                .startsWith("regional.yaml:8  broken YAML");
    }

    @Test
    void aBombOfAliasesIsRefusedBeforeItGrows() {
        assertThat(mistakes("a: &a [x, x]\nb: [*a, *a]\n"))
                .containsExactly(
                        "regional.yaml:2  an alias (*) is not accepted.  Write the value out, without anchor (&) or alias (*).");
    }

    @Test
    void aFileThatIsTooDeepTooLargeOrNotUtf8IsRefused() {
        assertThat(mistakes("a: " + "[".repeat(5_000)))
                .singleElement()
                .asString()
                .contains("too many nested levels");
        assertThat(mistakes("# " + "x".repeat(YamlFile.LARGEST)))
                .singleElement()
                .asString()
                .contains("larger than 4 MiB");
        assertThat(mistakes("é".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("regional.yaml:1  the file is not UTF-8.  Save the file as UTF-8.");
    }

    @Test
    void anEmptyFileIsNotAFramework() {
        assertThat(mistakes("")).hasSize(1);
        assertThat(mistakes("just words")).hasSize(1);
    }

    @Test
    void anUnknownClassIsRefusedWithTheOnesThereAre() {
        var recyf = CATALOGUE.framework("recyf").orElseThrow();

        assertThatThrownBy(() -> recyf.instrument(Optional.of("vital"))).hasMessageContaining("important, essential");
    }

    @Test
    void prerequisitesThatGoInACircleAreRefused(@TempDir Path folder) throws IOException {
        copyKnowledge(folder);
        var backup = folder.resolve("measures/backup.yaml");
        Files.writeString(
                backup,
                Files.readString(backup).replaceFirst("prerequisites: \\[\\]", "prerequisites: [bak-monitoring]"));

        assertThat(CatalogueReader.read(folder).problems())
                .anySatisfy(it -> assertThat(it.toString()).contains("prerequisites go in a circle"));
    }

    @Test
    void aTopicThatNoMeasureRaisesAndAFileThatNothingReadsAreRefused(@TempDir Path folder) throws IOException {
        copyKnowledge(folder);
        Files.writeString(folder.resolve("topics/more.yaml"), "topics:\n  bak.moon: {fr: Lune, en: Moon}\n");
        assertThat(CatalogueReader.read(folder).problems())
                .singleElement()
                .asString()
                .startsWith("topics/more.yaml:2  no measure raises \"bak.moon\"");

        Files.writeString(folder.resolve("helper.yaml"), "helpers: []\n");
        assertThat(CatalogueReader.read(folder).problems())
                .singleElement()
                .asString()
                .contains("Did you mean \"helpers.yaml\"?");
    }

    private static void copyKnowledge(Path folder) throws IOException {
        var from = Path.of(".");
        for (var file : CatalogueReader.files(from)) {
            var to = folder.resolve(CatalogueReader.name(from, file));
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        }
    }
}
