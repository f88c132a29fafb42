package org.asepsie.knowledge;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a framework from outside must respect of what is known already: names are taken once, and only its own
/// topics may be moved.
final class ForeignFile {
    private static final Text ANOTHER_NAME = new Text("Donnez-lui un autre identifiant.", "Give it another id.");

    private final FrameworkFile file;
    private final Catalogue catalogue;
    private final Problems problems;

    ForeignFile(FrameworkFile file, Catalogue catalogue, Problems problems) {
        this.file = file;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    void check() {
        if (problems.found().isEmpty()) {
            new CatalogueCheck(catalogue.with(file), problems).framework(file.framework());
        }
        somethingIsAskedOfSomebody();
        topicsAreNew();
        questionsAreNew();
        onlyOwnTopicsMove();
    }

    private void somethingIsAskedOfSomebody() {
        if (file.framework().questions().isEmpty()) {
            problems.about(
                    file.framework(),
                    new Text("il n'y a aucune question.", "there is no question."),
                    new Text("Écrivez-en au moins une.", "Write at least one."));
        }
        if (file.framework().presentation().audience().isEmpty()) {
            problems.about(
                    file.framework(),
                    new Text("il n'est destiné à personne.", "it is meant for nobody."),
                    new Text(
                            "Écrivez audience: [esms], [hospital] ou [all].",
                            "Write audience: [esms], [hospital] or [all]."));
        }
    }

    private void topicsAreNew() {
        var before = ownTopicsBefore();
        for (var topic : file.topics()) {
            if (catalogue.topic(topic.id()).isPresent()
                    && !before.contains(topic.id().value())) {
                taken(topic, topic.id().value());
            }
        }
    }

    private void questionsAreNew() {
        var others = catalogue.frameworks().stream()
                .filter(it -> !it.id().equals(file.framework().id()))
                .flatMap(it -> it.questions().stream())
                .map(Question::id)
                .collect(Collectors.toSet());
        var seen = new java.util.HashSet<>(others);
        for (var question : file.framework().questions()) {
            if (!seen.add(question.id())) {
                taken(question, question.id().value());
            }
        }
    }

    private void taken(Object read, String id) {
        problems.about(read, new Text("« " + id + " » existe déjà.", "\"" + id + "\" exists already."), ANOTHER_NAME);
    }

    private void onlyOwnTopicsMove() {
        var moved = moved(file.renames()).toList();
        var foreign = moved.stream()
                .filter(it -> catalogue.topics().stream()
                        .anyMatch(known -> known.id().value().equals(it)))
                .filter(it -> !ownTopicsBefore().contains(it))
                .toList();
        for (var topic : foreign) {
            problems.about(
                    file.framework(),
                    new Text(
                            "le sujet « " + topic + " » appartient au catalogue commun : il ne se déplace pas ici.",
                            "topic \"" + topic + "\" belongs to the common catalogue: it is not moved here."),
                    new Text("Retirez ce déplacement.", "Remove this move."));
        }
        if (moved.size() != Set.copyOf(moved).size()) {
            problems.about(
                    file.framework(),
                    new Text("un sujet est déplacé deux fois.", "a topic is moved twice."),
                    new Text("Écrivez un seul déplacement par sujet.", "Write one move per topic."));
        }
    }

    private Set<String> ownTopicsBefore() {
        return catalogue.broughtBy(file.framework().id()).stream()
                .map(it -> it.id().value())
                .collect(Collectors.toSet());
    }

    private static Stream<String> moved(Renames renames) {
        return Stream.of(
                        renames.renames().stream()
                                .filter(it -> it.kind() == Renames.Kind.TOPIC)
                                .map(Renames.Rename::from),
                        renames.splits().stream()
                                .filter(it -> it.kind() == Renames.Kind.TOPIC)
                                .map(Renames.Split::from),
                        renames.merges().stream()
                                .filter(it -> it.kind() == Renames.Kind.TOPIC)
                                .flatMap(it -> it.from().stream()))
                .flatMap(it -> it);
    }
}
