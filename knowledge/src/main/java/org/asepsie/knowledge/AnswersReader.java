package org.asepsie.knowledge;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.engine.maturity.Proof;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads a file of answers (docs/answers-format.md): what is said per topic, and values of indicators.
///
/// The same rules as on the screens: only the attainments that the question offers, "not applicable" only by
/// one of its facts, values of indicators only within their bounds.
public final class AnswersReader {
    private static final Text FORMAT = new Text("Voyez docs/answers-format.md.", "See docs/answers-format.md.");

    private final Catalogue catalogue;
    private final Problems problems;
    private final Map<TopicId, Statement> statements = new HashMap<>();
    private final List<Proof> proofs = new ArrayList<>();
    private LocalDate on = LocalDate.EPOCH;

    private AnswersReader(Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    public record Reading(Optional<Answers> answers, List<Problem> problems) {}

    /// @param name how to call the file in problems
    public static Reading read(InputStream input, String name, Catalogue catalogue) {
        var problems = new Problems().in(name);
        var answers = YamlFile.read(input, name, problems)
                .map(it -> new AnswersReader(catalogue, problems).answers(new Fields(it, problems)));
        return new Reading(answers.filter(_ -> problems.found().isEmpty()), problems.found());
    }

    private Answers answers(Fields file) {
        var head = file.block("answers");
        on = head.date("on");
        var establishment = head.optionalString("establishment");
        head.close();
        if (file.has("topics")) {
            file.block("topics").each(this::topic);
        }
        file.blocks("evidence").forEach(this::evidence);
        file.close();
        return new Answers(establishment, on, new Dossier(statements, proofs));
    }

    private void topic(String key, Node value) {
        var topic = catalogue
                .question(new QuestionId(key))
                .map(Question::topic)
                .or(() -> catalogue.topic(new TopicId(key)).map(Topic::id));
        if (topic.isEmpty()) {
            var known = new TreeSet<String>();
            catalogue.topics().forEach(it -> known.add(it.id().value()));
            problems.at(
                    value,
                    new Text("sujet inconnu : « " + key + " ».", "unknown topic: \"" + key + "\"."),
                    Nearest.to(key, known)
                            .map(it -> new Text("Vouliez-vous « " + it + " » ?", "Did you mean \"" + it + "\"?"))
                            .orElse(FORMAT));
            return;
        }
        if (statements.containsKey(topic.get())) {
            problems.at(
                    value,
                    new Text(
                            "« " + topic.get() + " » a déjà une réponse dans ce fichier.",
                            "\"" + topic.get() + "\" already has an answer in this file."),
                    new Text("Gardez-en une.", "Keep one of them."));
        }
        statement(topic.get(), value).ifPresent(it -> statements.put(topic.get(), it));
    }

    private Optional<Statement> statement(TopicId topic, Node value) {
        if (value instanceof MappingNode) {
            return detailed(topic, new Fields(value, problems));
        }
        var text = value instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (text.equals("unknown")) {
            return Optional.of(new Statement.Unknown());
        }
        var said = catalogue.on(topic).stream()
                .flatMap(it -> it.options().stream())
                .map(it -> it.attainment().value())
                .filter(it -> it.toString().equals(text))
                .findFirst();
        if (said.isEmpty()) {
            problems.at(
                    value,
                    new Text(
                            "« " + text + " » n'est pas une réponse possible.",
                            "\"" + text + "\" is not a possible answer."),
                    new Text(
                            "Écrivez 0, 1, 2 ou 3, unknown, ou {notApplicable: …}.",
                            "Write 0, 1, 2 or 3, unknown, or {notApplicable: …}."));
        }
        return said.map(it -> new Statement.Said(new Attainment(it)));
    }

    private Optional<Statement> detailed(TopicId topic, Fields in) {
        if (in.has("notApplicable")) {
            var fact = in.string("notApplicable");
            in.close();
            return fact(topic, fact, in);
        }
        var said = new Attainment(in.integer("attainment", 0, 3));
        in.optionalString("document").ifPresent(document -> {
            var from = in.optionalDate("documentOn").orElse(on).atStartOfDay(ZoneOffset.UTC);
            var freshness = catalogue.on(topic).stream()
                    .map(it -> it.proving().freshness())
                    .findFirst()
                    .orElse(Question.Proving.USUAL);
            var validity =
                    new Proof.Validity(from.toInstant(), from.plus(freshness).toInstant());
            proofs.add(new Proof(topic, Topic.ANSWER + topic, said, Grade.DOCUMENTED, validity, document));
        });
        in.close();
        return Optional.of(new Statement.Said(said));
    }

    private Optional<Statement> fact(TopicId topic, String fact, Fields in) {
        var facts = new TreeSet<String>();
        catalogue.on(topic).forEach(question -> question.notApplicable().forEach(it -> facts.add(it.id())));
        if (facts.contains(fact)) {
            return Optional.of(new Statement.NotApplicable(fact));
        }
        problems.at(
                in.node(),
                new Text(
                        "« " + fact + " » ne dispense pas de ce sujet.",
                        "\"" + fact + "\" does not exempt from this topic."),
                facts.isEmpty()
                        ? new Text(
                                "Aucun fait n'en dispense : répondez 0 à 3 ou unknown.",
                                "No fact does: answer 0 to 3 or unknown.")
                        : new Text("Faits admis : " + facts + ".", "Accepted facts: " + facts + "."));
        return Optional.empty();
    }

    private void evidence(Fields in) {
        var id = in.string("indicator");
        var indicator = catalogue.indicator(id);
        if (indicator.isEmpty() && !id.isEmpty()) {
            var known = catalogue.indicators().stream().map(Indicator::id).toList();
            problems.at(
                    in.node(),
                    new Text("indicateur inconnu : « " + id + " ».", "unknown indicator: \"" + id + "\"."),
                    Nearest.to(id, known)
                            .map(it -> new Text("Vouliez-vous « " + it + " » ?", "Did you mean \"" + it + "\"?"))
                            .orElse(FORMAT));
        }
        var value = in.decimal(
                "value",
                indicator.map(it -> it.scale().lowest()).orElse(-1e9),
                indicator.map(it -> it.scale().highest()).orElse(1e9));
        var at = in.date("on").atStartOfDay(ZoneOffset.UTC);
        var until = in.optionalDate("until")
                .map(it -> it.atStartOfDay(ZoneOffset.UTC).toInstant());
        var read = new IndicatorValue(
                id,
                value,
                in.word("grade", Grade.class),
                at.toInstant(),
                until.filter(it -> endsAfter(it, at.toInstant(), in)),
                in.optionalString("reference").orElse(""));
        in.close();
        if (indicator.isPresent()) {
            proofs.addAll(read.proofs(catalogue));
        }
    }

    private boolean endsAfter(Instant until, Instant at, Fields in) {
        if (!until.isAfter(at)) {
            problems.at(
                    in.node(),
                    new Text("« until » précède « on ».", "\"until\" comes before \"on\"."),
                    new Text("Corrigez l'une des deux dates.", "Correct one of the two dates."));
        }
        return until.isAfter(at);
    }
}
