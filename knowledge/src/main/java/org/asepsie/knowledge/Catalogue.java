package org.asepsie.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.TopicId;

/// All that is known, in the order of the files. Immutable: a new version of the knowledge is a new catalogue.
public final class Catalogue {
    private final Map<TopicId, Topic> topics;
    private final Map<String, Framework> frameworks;
    private final Map<MeasureId, Measure> measures;
    private final Map<String, Indicator> indicators;
    private final Surroundings surroundings;
    private final Map<QuestionId, Question> questions = new LinkedHashMap<>();
    private final Map<TopicId, List<Question>> asked = new LinkedHashMap<>();
    private final Map<String, Set<TopicId>> answers = new LinkedHashMap<>();
    /// The frameworks from outside with what they brought along, by their id.
    private final Map<String, FrameworkFile> foreign;

    Catalogue(
            Collection<Topic> topics,
            Collection<Framework> frameworks,
            Collection<Measure> measures,
            Collection<Indicator> indicators,
            Surroundings surroundings) {
        this(topics, frameworks, measures, indicators, surroundings, Map.of());
    }

    private Catalogue(
            Collection<Topic> topics,
            Collection<Framework> frameworks,
            Collection<Measure> measures,
            Collection<Indicator> indicators,
            Surroundings surroundings,
            Map<String, FrameworkFile> foreign) {
        this.foreign = foreign;
        this.topics = by(topics, Topic::id);
        this.frameworks = by(frameworks, Framework::id);
        this.measures = by(measures, Measure::id);
        this.indicators = by(indicators, Indicator::id);
        this.surroundings = surroundings;
        for (var framework : frameworks) {
            for (var question : framework.questions()) {
                questions.put(question.id(), question);
                asked.computeIfAbsent(question.topic(), _ -> new ArrayList<>()).add(question);
                question.proving()
                        .indicators()
                        .forEach(it -> answers.computeIfAbsent(it, _ -> new LinkedHashSet<>())
                                .add(question.topic()));
            }
        }
    }

    private static <K, V> Map<K, V> by(Collection<V> values, Function<V, K> key) {
        var map = new LinkedHashMap<K, V>();
        values.forEach(it -> map.put(key.apply(it), it));
        return Collections.unmodifiableMap(map);
    }

    /// The same with one more framework, or with another version of one.
    public Catalogue with(Framework framework) {
        var all = new LinkedHashMap<>(frameworks);
        all.put(framework.id(), framework);
        return new Catalogue(
                topics.values(), all.values(), measures.values(), indicators.values(), surroundings, foreign);
    }

    /// The same with a framework from outside and what it brings along, in place of its older version if there
    /// is one.
    public Catalogue with(FrameworkFile file) {
        var framework = file.framework();
        var allTopics = new LinkedHashMap<>(topics);
        broughtBy(framework.id()).forEach(it -> allTopics.remove(it.id()));
        file.topics().forEach(it -> allTopics.putIfAbsent(it.id(), it));
        var allFrameworks = new LinkedHashMap<>(frameworks);
        allFrameworks.put(framework.id(), framework);
        var allForeign = new LinkedHashMap<>(foreign);
        var older = foreign.get(framework.id());
        allForeign.put(framework.id(), older == null ? file : file.replacing(older));
        return new Catalogue(
                allTopics.values(),
                allFrameworks.values(),
                measures.values(),
                indicators.values(),
                surroundings,
                allForeign);
    }

    /// The same without a framework; the topics it asks about stay known.
    public Catalogue without(String framework) {
        var all = new LinkedHashMap<>(frameworks);
        all.remove(framework);
        return new Catalogue(
                topics.values(), all.values(), measures.values(), indicators.values(), surroundings, foreign);
    }

    /// The same with these dated rules on or off as decided here.
    public Catalogue with(List<RuleSwitch> switches) {
        return new Catalogue(
                topics.values(),
                frameworks.values(),
                measures.values(),
                indicators.values(),
                surroundings.with(switches),
                foreign);
    }

    /// The topics that came with a framework from outside; empty for those of the product.
    public List<Topic> broughtBy(String framework) {
        return Optional.ofNullable(foreign.get(framework))
                .map(FrameworkFile::topics)
                .orElse(List.of());
    }

    public Collection<Topic> topics() {
        return topics.values();
    }

    public Optional<Topic> topic(TopicId id) {
        return Optional.ofNullable(topics.get(id));
    }

    public Collection<Framework> frameworks() {
        return frameworks.values();
    }

    public Optional<Framework> framework(String id) {
        return Optional.ofNullable(frameworks.get(id));
    }

    public Collection<Measure> measures() {
        return measures.values();
    }

    public Optional<Measure> measure(MeasureId id) {
        return Optional.ofNullable(measures.get(id));
    }

    public Optional<Question> question(QuestionId id) {
        return Optional.ofNullable(questions.get(id));
    }

    /// Every question on a topic, whatever the framework: they share one answer.
    public List<Question> on(TopicId topic) {
        return List.copyOf(asked.getOrDefault(topic, List.of()));
    }

    public Collection<Indicator> indicators() {
        return indicators.values();
    }

    /// An indicator of the files, or the implicit one that holds the answers on a topic (`answer:<topic>`).
    public Optional<Indicator> indicator(String id) {
        return Optional.ofNullable(indicators.get(id)).or(() -> answered(id).map(Catalogue::answerIndicator));
    }

    /// The topics that values of this indicator answer.
    public Set<TopicId> answeredBy(String indicator) {
        return answered(indicator)
                .map(it -> Set.of(it.id()))
                .orElseGet(() -> Collections.unmodifiableSet(answers.getOrDefault(indicator, Set.of())));
    }

    /// The indicators that can answer on a topic, in the order of the questions that name them.
    public List<String> indicatorsFor(TopicId topic) {
        var found = new ArrayList<String>();
        answers.forEach((indicator, answered) -> {
            if (answered.contains(topic)) {
                found.add(indicator);
            }
        });
        return found;
    }

    /// The small catalogues, with the moves of frameworks from outside after those of the product.
    public Surroundings surroundings() {
        var renames = surroundings.renames();
        for (var file : foreign.values()) {
            renames = renames.and(file.renames());
        }
        return surroundings.with(renames);
    }

    /// What a framework from outside has moved so far, all its versions together.
    Renames movedBy(String framework) {
        return Optional.ofNullable(foreign.get(framework))
                .map(FrameworkFile::renames)
                .orElse(Renames.NONE);
    }

    private Optional<Topic> answered(String indicator) {
        return Stream.of(indicator)
                .filter(it -> it.startsWith(Topic.ANSWER) && it.length() > Topic.ANSWER.length())
                .map(it -> new TopicId(it.substring(Topic.ANSWER.length())))
                .flatMap(it -> topic(it).stream())
                .findFirst();
    }

    private static Indicator answerIndicator(Topic topic) {
        return new Indicator(
                topic.answerIndicator(),
                topic.label(),
                topic.label(),
                new Indicator.Scale(Indicator.Unit.LEVEL, Indicator.Direction.HIGHER, 0, 3),
                List.of(1.0, 2.0, 3.0),
                Question.Proving.USUAL,
                "assessment",
                new Source("Asepsie", topic.answerIndicator(), java.time.LocalDate.EPOCH, Source.Confidence.P));
    }
}
