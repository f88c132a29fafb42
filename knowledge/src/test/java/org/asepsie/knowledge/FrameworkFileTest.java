package org.asepsie.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.asepsie.engine.maturity.TopicId;
import org.junit.jupiter.api.Test;

class FrameworkFileTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();

    private static final String FILE = """
            framework:
              id: bretagne
              version: 1.0.0
              validFrom: 2026-11-01
              title: {fr: Astreintes, en: On-call duty}
              purpose: {fr: "Pour les homes de Bretagne.", en: "For homes in Brittany."}
              audience: [esms]
              minutes: 5
              source: {name: Centre régional, reference: v1, checkedOn: 2026-11-01, confidence: P}
              thresholds: [20, 45, 65, 85]
            topics:
              bretagne.duty: {fr: Astreinte, en: On-call duty}
            themes:
              - {id: nuit, title: {fr: Nuit, en: Night}, intro: {fr: "La nuit.", en: "At night."}, weight: 3}
            questions:
              - id: bretagne.duty
                topic: bretagne.duty
                theme: nuit
                essential: true
                weight: 3
                ask: {fr: "Qui appeler la nuit ?", en: "Whom to call at night?"}
                example: {fr: "Un exemple.", en: "An example."}
                help: {fr: "De l'aide.", en: "Help."}
                options:
                  - {attainment: 0, text: {fr: Personne, en: Nobody}}
                  - {attainment: 1, text: {fr: Quelqu'un, en: Someone}}
                  - {attainment: 2, text: {fr: Un numéro, en: A number}}
                  - {attainment: 3, text: {fr: Un numéro essayé, en: A tested number}}
                findOut: {who: {fr: La direction, en: The director}, look: {fr: "L'affiche.", en: "The poster."}, minutes: 5}
            """;

    @Test
    void bringsItsOwnTopicsAlong() {
        var reading = read(FILE, CATALOGUE);

        assertThat(reading.problems()).isEmpty();
        var catalogue = CATALOGUE.with(reading.file().orElseThrow());
        assertThat(catalogue.topic(new TopicId("bretagne.duty"))).isPresent();
        assertThat(catalogue.framework("bretagne")).isPresent();
        assertThat(catalogue.without("bretagne").framework("bretagne")).isEmpty();
    }

    @Test
    void refusesATopicAndAQuestionThatTheCatalogueHasAlready() {
        var question = CATALOGUE.frameworks().iterator().next().questions().getFirst();
        var taken = FILE.replace("bretagne.duty:", question.topic().value() + ":")
                .replace("- id: bretagne.duty", "- id: " + question.id().value())
                .replace("topic: bretagne.duty", "topic: " + question.topic().value());

        assertThat(read(taken, CATALOGUE).problems())
                .extracting(it -> it.message().en())
                .contains(
                        "\"" + question.topic().value() + "\" exists already.",
                        "\"" + question.id().value() + "\" exists already.");
    }

    @Test
    void replacesItsOlderVersionAndItsTopics() {
        var older = CATALOGUE.with(read(FILE, CATALOGUE).file().orElseThrow());
        var newer = FILE.replace("1.0.0", "2.0.0").replace("bretagne.duty", "bretagne.night")
                + "renames: [{kind: topic, from: bretagne.duty, to: bretagne.night, since: 2.0.0}]\n";

        var reading = read(newer, older);

        assertThat(reading.problems()).isEmpty();
        var catalogue = older.with(reading.file().orElseThrow());
        assertThat(catalogue.topic(new TopicId("bretagne.duty"))).isEmpty();
        assertThat(catalogue.surroundings().renames().topicMoves().renamed())
                .containsEntry(new TopicId("bretagne.duty"), new TopicId("bretagne.night"));
    }

    @Test
    void movesNoTopicOfTheCommonCatalogue() {
        var moving = FILE + "renames: [{kind: topic, from: bak.offline, to: bretagne.duty, since: 1.0.0}]\n";

        assertThat(read(moving, CATALOGUE).problems())
                .singleElement()
                .satisfies(it -> assertThat(it.message().en()).contains("belongs to the common catalogue"));
    }

    @Test
    void remembersTheMovesOfEarlierVersions() {
        var first = CATALOGUE.with(read(FILE, CATALOGUE).file().orElseThrow());
        var second = FILE.replace("1.0.0", "2.0.0").replace("bretagne.duty", "bretagne.night")
                + "renames: [{kind: topic, from: bretagne.duty, to: bretagne.night, since: 2.0.0}]\n";
        var third = FILE.replace("1.0.0", "3.0.0").replace("bretagne.duty", "bretagne.late")
                + "renames: [{kind: topic, from: bretagne.night, to: bretagne.late, since: 3.0.0}]\n";

        var after = first.with(read(second, first).file().orElseThrow());
        var reading = read(third, after);

        assertThat(reading.problems()).isEmpty();
        assertThat(after.with(reading.file().orElseThrow())
                        .surroundings()
                        .renames()
                        .topicMoves()
                        .origins(new TopicId("bretagne.late")))
                .containsExactlyInAnyOrder(new TopicId("bretagne.night"), new TopicId("bretagne.duty"));
    }

    @Test
    void movesNothingFromNowhereNorToNowhereNorWhatIsStillAsked() {
        var older = CATALOGUE.with(read(FILE, CATALOGUE).file().orElseThrow());
        var file = FILE.replace("1.0.0", "2.0.0");

        assertThat(read(file + "renames: [{kind: topic, from: a.b, to: bretagne.duty, since: 2.0.0}]\n", older)
                        .problems())
                .extracting(it -> it.message().en())
                .containsExactly("no earlier version has a topic \"a.b\" to move.");
        assertThat(read(file + "renames: [{kind: topic, from: bretagne.duty, to: a.b, since: 2.0.0}]\n", older)
                        .problems())
                .extracting(it -> it.message().en())
                .containsExactlyInAnyOrder(
                        "a move leads to topic \"a.b\", which does not exist.",
                        "topic \"bretagne.duty\" is moved, but a question still asks about it.");
    }

    private static FrameworkFile.Reading read(String yaml, Catalogue catalogue) {
        return FrameworkFile.read(
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "bretagne.yaml", catalogue);
    }
}
