package org.asepsie.knowledge;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.TopicId;

/// What no single file can tell: whether everything named exists, and whether the whole holds together.
final class CatalogueCheck {
    private final Catalogue catalogue;
    private final Problems problems;
    private final Set<String> topics;
    private final Set<String> switches;

    CatalogueCheck(Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
        this.topics = catalogue.topics().stream().map(it -> it.id().value()).collect(Collectors.toSet());
        this.switches =
                catalogue.surroundings().switches().stream().map(RuleSwitch::id).collect(Collectors.toSet());
    }

    void all() {
        catalogue.frameworks().forEach(this::framework);
        new MeasureCheck(catalogue, this).all();
        new ThreatCheck(catalogue.surroundings(), this, problems).all();
        catalogue
                .surroundings()
                .rules()
                .forEach(rule -> rule.validity()
                        .ruleSwitch()
                        .ifPresent(it -> exists(rule, it, switches, "commutateur", "switch")));
        catalogue.surroundings().planning().dates().forEach(this::bindingDate);
        new NetworkModelCheck(catalogue, this).all();
        everyTopicCanRise();
        levelsAreAllNamed();
        catalogue.surroundings().careServices().forEach(it -> it.topics().forEach(topic -> topic(it, topic)));
    }

    private void bindingDate(BindingDate date) {
        var measures = catalogue.measures().stream().map(it -> it.id().value()).collect(Collectors.toSet());
        var rules = catalogue.surroundings().rules().stream().map(Rule::id).collect(Collectors.toSet());
        date.measures().forEach(it -> exists(date, it.value(), measures, "mesure", "measure"));
        date.rule().ifPresent(it -> exists(date, it, rules, "règle", "rule"));
        date.ruleSwitch().ifPresent(it -> exists(date, it, switches, "commutateur", "switch"));
    }

    void framework(Framework framework) {
        framework.ruleSwitch().ifPresent(it -> exists(framework, it, switches, "commutateur", "switch"));
        var themes = framework.themes().stream().map(it -> it.id().value()).collect(Collectors.toSet());
        var classes =
                framework.classes().stream().map(Framework.EntityClass::id).collect(Collectors.toSet());
        if (themes.size() < framework.themes().size()) {
            problems.about(
                    framework,
                    new Text("un thème y figure deux fois.", "a theme is there twice."),
                    new Text("Donnez à chacun son identifiant.", "Give each its own id."));
        }
        for (var question : framework.questions()) {
            exists(question, question.topic().value(), topics, "sujet", "topic");
            exists(question, question.theme().value(), themes, "thème", "theme");
            question.classes().forEach(it -> exists(question, it, classes, "classe", "class"));
            question.proving().indicators().forEach(it -> indicator(question, it));
            gate(question);
            sameScaleElsewhere(question);
        }
        oneQuestionPerTopic(framework);
        everyThemeIsAsked(framework);
    }

    private void gate(Question question) {
        if (question.scoring().gate().isPresent() && !question.scoring().essential()) {
            problems.about(
                    question,
                    new Text("une question seuil doit être essentielle.", "a gate question must be essential."),
                    new Text("Ajoutez essential: true, ou retirez gate.", "Add essential: true, or remove gate."));
        }
    }

    /// An answer belongs to the topic, so it must mean the same in every framework.
    private void sameScaleElsewhere(Question question) {
        catalogue.on(question.topic()).stream()
                .filter(it -> !scale(it).equals(scale(question)))
                .findFirst()
                .ifPresent(other -> problems.about(
                        question,
                        new Text(
                                "n'offre pas les mêmes avancements que « " + other.id() + " », sur le même sujet.",
                                "does not offer the attainments of \"" + other.id() + "\", on the same topic."),
                        new Text(
                                "Offrez les mêmes (en général 0, 1, 2 et 3) aux deux.",
                                "Offer the same (normally 0, 1, 2 and 3) in both.")));
    }

    private static Set<Attainment> scale(Question question) {
        return question.options().stream()
                .map(Question.Option::attainment)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void oneQuestionPerTopic(Framework framework) {
        Map<TopicId, Question> asked = new HashMap<>();
        for (var question : framework.questions()) {
            var other = asked.putIfAbsent(question.topic(), question);
            if (other != null) {
                problems.about(
                        question,
                        new Text(
                                "le sujet « " + question.topic() + " » est déjà demandé par « " + other.id() + " ».",
                                "topic \"" + question.topic() + "\" is already asked by \"" + other.id() + "\"."),
                        new Text("Un sujet, une question par référentiel.", "One topic, one question per framework."));
            }
        }
    }

    private void everyThemeIsAsked(Framework framework) {
        for (var theme : framework.themes()) {
            if (framework.questions().stream().noneMatch(it -> it.theme().equals(theme.id()))) {
                problems.about(
                        theme,
                        new Text("ce thème n'a aucune question.", "this theme has no question."),
                        new Text("Écrivez-en une, ou retirez le thème.", "Write one, or remove the theme."));
            }
        }
    }

    private void everyTopicCanRise() {
        var raised = catalogue.measures().stream()
                .flatMap(it -> it.effect().raises().stream())
                .map(it -> it.topic())
                .collect(Collectors.toSet());
        for (var topic : catalogue.topics()) {
            if (!raised.contains(topic.id())) {
                problems.about(
                        topic,
                        new Text(
                                "aucune mesure ne fait progresser « " + topic.id() + " ».",
                                "no measure raises \"" + topic.id() + "\"."),
                        new Text("Ajoutez-le à une mesure (raises).", "Add it to a measure (raises)."));
            }
        }
    }

    private void levelsAreAllNamed() {
        var named =
                catalogue.surroundings().levels().stream().map(LevelName::level).toList();
        if (!new HashSet<>(named).equals(Set.of(0, 1, 2, 3, 4)) || named.size() != 5) {
            problems.in("levels.yaml")
                    .atLine(
                            1,
                            1,
                            new Text(
                                    "les niveaux 0 à 4 doivent y être, une fois chacun.",
                                    "levels 0 to 4 must be there, once each."),
                            new Text("Complétez la liste « levels ».", "Complete the list \"levels\"."));
        }
    }

    void indicator(Object user, String id) {
        if (catalogue.indicator(id).isEmpty()) {
            exists(
                    user,
                    id,
                    catalogue.indicators().stream().map(Indicator::id).collect(Collectors.toSet()),
                    "indicateur",
                    "indicator");
        }
    }

    void topic(Object user, TopicId id) {
        exists(user, id.value(), topics, "sujet", "topic");
    }

    void exists(Object user, String id, Collection<String> known, String fr, String en) {
        if (!known.contains(id)) {
            Optional<String> nearest = Nearest.to(id, known);
            problems.about(
                    user,
                    new Text(fr + " inconnu : « " + id + " ».", "unknown " + en + ": \"" + id + "\"."),
                    nearest.map(it -> new Text("Vouliez-vous « " + it + " » ?", "Did you mean \"" + it + "\"?"))
                            .orElse(new Text("Déclarez-le d'abord.", "Declare it first.")));
        }
    }

    void circle(Measure measure, List<MeasureId> way) {
        var path = String.join(" → ", way.stream().map(MeasureId::value).toList());
        problems.about(
                measure,
                new Text(
                        "les prérequis tournent en rond : " + path + ".",
                        "prerequisites go in a circle: " + path + "."),
                new Text("Retirez l'un d'eux.", "Remove one of them."));
    }
}
