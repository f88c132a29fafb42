package org.asepsie.knowledge;

import java.util.HashSet;
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
        movesArrive();
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
        var seen = new HashSet<>(others);
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
        var moved = file.renames().sources(Renames.Kind.TOPIC);
        var own = ownTopicsBefore();
        own.addAll(catalogue.movedBy(file.framework().id()).sources(Renames.Kind.TOPIC));
        moved.stream().filter(it -> !own.contains(it)).forEach(this::notToBeMoved);
        if (moved.size() != Set.copyOf(moved).size()) {
            problems.about(
                    file.framework(),
                    new Text("un sujet est déplacé deux fois.", "a topic is moved twice."),
                    new Text("Écrivez un seul déplacement par sujet.", "Write one move per topic."));
        }
    }

    private void notToBeMoved(String topic) {
        var common = catalogue.topics().stream().anyMatch(it -> it.id().value().equals(topic));
        problems.about(
                file.framework(),
                common
                        ? new Text(
                                "le sujet « " + topic + " » appartient au catalogue commun : il ne se déplace pas ici.",
                                "topic \"" + topic + "\" belongs to the common catalogue: it is not moved here.")
                        : new Text(
                                "aucune version précédente n'a de sujet « " + topic + " » à déplacer.",
                                "no earlier version has a topic \"" + topic + "\" to move."),
                new Text("Retirez ce déplacement.", "Remove this move."));
    }

    /// An answer that moves must arrive somewhere, and must not be taken from a topic that goes on.
    private void movesArrive() {
        var moved = Set.copyOf(file.renames().sources(Renames.Kind.TOPIC));
        var known = Stream.concat(catalogue.topics().stream(), file.topics().stream())
                .map(it -> it.id().value())
                .collect(Collectors.toSet());
        file.renames().targets(Renames.Kind.TOPIC).stream()
                .filter(it -> !known.contains(it) && !moved.contains(it))
                .forEach(it -> problems.about(
                        file.framework(),
                        new Text(
                                "un déplacement mène au sujet « " + it + " », qui n'existe pas.",
                                "a move leads to topic \"" + it + "\", which does not exist."),
                        new Text(
                                "Ajoutez ce sujet, ou corrigez le déplacement.", "Add this topic, or mend the move.")));
        file.framework().questions().stream()
                .map(it -> it.topic().value())
                .filter(moved::contains)
                .distinct()
                .forEach(it -> problems.about(
                        file.framework(),
                        new Text(
                                "le sujet « " + it + " » est déplacé, mais une question le pose encore.",
                                "topic \"" + it + "\" is moved, but a question still asks about it."),
                        new Text(
                                "Donnez un nouveau nom au sujet de la question.",
                                "Give the question's topic a new name.")));
    }

    private Set<String> ownTopicsBefore() {
        return catalogue.broughtBy(file.framework().id()).stream()
                .map(it -> it.id().value())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
