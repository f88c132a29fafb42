package org.asepsie.app.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.asepsie.app.evidence.Evidence;
import org.asepsie.app.evidence.Indication;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.engine.maturity.Known;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.Measure.Raise;
import org.asepsie.engine.maturity.Proof;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Measure;
import org.asepsie.knowledge.Text;

/// Tells what evidence says of a measure, in either of two ways: each indicator that proves it has a value in
/// date, at least documented, that attains the measure's aim; or each topic it raises is proven that far. The
/// longer of the two counts.
final class Prover {
    private final Catalogue catalogue;
    private final Instant now;
    private final Maturity topics;
    private final Map<TopicId, Known> known = new HashMap<>();
    private final Map<String, Indication> indications = new HashMap<>();

    Prover(Situation situation) {
        this.catalogue = situation.catalogue();
        this.now = situation.now();
        this.topics = Situation.everyTopic(catalogue).assess(situation.dossier(), now);
        topics.contributions().forEach(it -> known.put(it.item().topic(), it.known()));
        situation.indications().forEach(it -> indications.put(it.indicator().value(), it));
    }

    Proving of(Measure measure) {
        var longest = Stream.of(byIndicators(measure), byTopics(measure))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        if (longest.isPresent()) {
            return new Proving.Proven(longest.get());
        }
        var names = measure.effect().provenBy();
        return names.isEmpty() ? lackingTopics(measure) : lackingIndicators(measure, names);
    }

    /// Whether somebody knows, and surely: for what had to be found out.
    Proving knowing(TopicId topic, Text label) {
        var settled = known(topic)
                .flatMap(Known::attained)
                .map(it -> it.said().equals(it.possible()))
                .orElse(true);
        return settled ? new Proving.Proven(Instant.MAX) : new Proving.NotYet(List.of(label));
    }

    Optional<Known> known(TopicId topic) {
        return Optional.ofNullable(known.get(topic));
    }

    /// Whether the topic is asked about here, or anything was said or shown of it all the same.
    boolean asked(TopicId topic, Set<TopicId> inUse) {
        return inUse.contains(topic)
                || known(topic)
                        .filter(it -> it.statement().isPresent() || it.counted().isPresent())
                        .isPresent();
    }

    private Optional<Instant> byIndicators(Measure measure) {
        var pieces = measure.effect().provenBy().stream().map(this::counting).toList();
        var enough = !pieces.isEmpty()
                && pieces.stream()
                        .allMatch(it ->
                                it.filter(piece -> attains(piece, measure)).isPresent());
        return enough
                ? pieces.stream()
                        .flatMap(Optional::stream)
                        .map(it -> it.validity().until())
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }

    private Optional<Instant> byTopics(Measure measure) {
        var ends = new ArrayList<Instant>();
        for (var raise : measure.effect().raises()) {
            var known = known(raise.topic());
            if (known.flatMap(Known::attained).isEmpty()) {
                continue; // not applicable here, or not in the catalogue: nothing to prove
            }
            var end = known.filter(it -> it.attained()
                            .filter(at -> at.proven().compareTo(raise.to()) >= 0)
                            .isPresent())
                    .flatMap(Known::counted)
                    .map(it -> it.validity().until());
            if (end.isEmpty()) {
                return Optional.empty();
            }
            ends.add(end.get());
        }
        return ends.stream().min(Comparator.naturalOrder());
    }

    private Proving lackingIndicators(Measure measure, List<String> names) {
        var low = new ArrayList<Text>();
        var over = new ArrayList<Text>();
        var missing = new ArrayList<Text>();
        var seen = Instant.EPOCH;
        var ended = Instant.EPOCH;
        for (var name : names) {
            var counting = counting(name);
            var title = catalogue.indicator(name).map(it -> it.title()).orElse(new Text(name, name));
            if (counting.isPresent() && !attains(counting.get(), measure)) {
                low.add(title);
                seen = later(seen, counting.get().validity().observedAt());
            } else if (counting.isEmpty() && indications.containsKey(name)) {
                over.add(title);
                ended = later(ended, indications.get(name).shown().validity().until());
            } else if (counting.isEmpty()) {
                missing.add(title);
            }
        }
        if (!low.isEmpty()) {
            return new Proving.Contradicted(seen, low);
        }
        return over.isEmpty() ? new Proving.NotYet(missing) : new Proving.Lapsed(ended, over);
    }

    private Proving lackingTopics(Measure measure) {
        var raised = measure.effect().raises().stream().map(Raise::topic).toList();
        var low = measure.effect().raises().stream()
                .flatMap(raise -> known(raise.topic()).flatMap(Known::counted).stream()
                        .filter(it ->
                                it.grade().standsAlone() && it.attainment().compareTo(raise.to()) < 0))
                .toList();
        if (!low.isEmpty()) {
            return new Proving.Contradicted(latest(low, it -> it.validity().from()), labels(topicsOf(low)));
        }
        var over = topics.findings().expired().stream()
                .filter(it -> raised.contains(it.topic()) && it.grade() != Grade.DECLARED)
                .filter(it -> known(it.topic()).flatMap(Known::counted).isEmpty())
                .toList();
        return over.isEmpty()
                ? new Proving.NotYet(labels(raised))
                : new Proving.Lapsed(latest(over, it -> it.validity().until()), labels(topicsOf(over)));
    }

    private Optional<Evidence> counting(String indicator) {
        return Optional.ofNullable(indications.get(indicator)).flatMap(Indication::counting);
    }

    private boolean attains(Evidence piece, Measure measure) {
        var value = piece.value().doubleValue();
        return piece.grade() != Grade.DECLARED
                && piece.validity().holdsAt(now)
                && catalogue
                        .indicator(piece.indicator().value())
                        .filter(it -> it.accepts(value))
                        .filter(it -> it.attainment(value).compareTo(aim(measure, it.id())) >= 0)
                        .isPresent();
    }

    /// What the measure promises on the topics this indicator speaks of; its highest promise when it speaks of
    /// none.
    private Attainment aim(Measure measure, String indicator) {
        var spokenOf = catalogue.answeredBy(indicator);
        var raises = measure.effect().raises();
        return raises.stream()
                .filter(it -> spokenOf.contains(it.topic()))
                .map(Raise::to)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> raises.stream()
                        .map(Raise::to)
                        .max(Comparator.naturalOrder())
                        .orElse(Attainment.FULL));
    }

    private List<TopicId> topicsOf(List<Proof> proofs) {
        return proofs.stream().map(Proof::topic).distinct().toList();
    }

    private List<Text> labels(List<TopicId> named) {
        return named.stream()
                .map(it -> catalogue.topic(it).map(topic -> topic.label()).orElse(new Text(it.value(), it.value())))
                .toList();
    }

    private static Instant latest(List<Proof> proofs, java.util.function.Function<Proof, Instant> moment) {
        return proofs.stream().map(moment).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
