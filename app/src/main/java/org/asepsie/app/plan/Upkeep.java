package org.asepsie.app.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.app.evidence.Indication;
import org.asepsie.engine.maturity.Known;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.Measure;
import org.asepsie.knowledge.Rule;

/// What is in place and must stay shown: proofs that are over or soon will be, and measures that nothing shows
/// yet. A facility that has everything finds its next actions here, the exercise of the year among them.
final class Upkeep {
    /// As long as it takes to hold an exercise or to have a restore tried.
    static final Duration SOON = Duration.ofDays(90);

    /// What nothing shows yet is asked for a few at a time; the next come when these are shown.
    static final int SHOWN_AT_ONCE = 12;

    private final Situation situation;
    private final Prover prover;
    private final Set<TopicId> topics;

    /// What to keep up, what runs out first before what nothing ever showed.
    ///
    /// @param due by when; empty when nothing runs out
    record Duty(ActionId id, Advice advice, Optional<Instant> due) {}

    Upkeep(Situation situation, Prover prover) {
        this.situation = situation;
        this.prover = prover;
        this.topics = situation.questionnaires().stream()
                .flatMap(it -> it.topics().stream())
                .collect(Collectors.toSet());
    }

    List<Duty> duties() {
        var duties = new ArrayList<Duty>();
        var unshown = new ArrayList<Measure>();
        for (var measure : inPlace()) {
            switch (prover.of(measure)) {
                case Proving.Proven proven when !endsSoon(proven.until()) -> {}
                case Proving.Proven proven -> duties.add(keep(measure, proven, Optional.of(proven.until())));
                case Proving.Lapsed lapsed -> duties.add(keep(measure, lapsed, Optional.of(lapsed.since())));
                case Proving.Contradicted _, Proving.NotYet _ -> unshown.add(measure);
            }
        }
        duties.addAll(documents(duties));
        duties.sort(Comparator.comparing(it -> it.due().orElse(Instant.MAX)));
        var weights = new HashMap<MeasureId, Integer>();
        unshown.forEach(it -> weights.put(it.id(), weightOf(it)));
        unshown.stream()
                .sorted(Comparator.comparing((Measure it) -> weights.getOrDefault(it.id(), 0))
                        .reversed())
                .limit(SHOWN_AT_ONCE)
                .forEach(it -> duties.add(keep(it, prover.of(it), Optional.empty())));
        return duties;
    }

    /// The proof that ends next, however far away: for a facility in which nothing else is left to do.
    Optional<Duty> next() {
        return inPlace().stream()
                .flatMap(it -> prover.of(it) instanceof Proving.Proven proven
                        ? Stream.of(keep(it, proven, Optional.of(proven.until())))
                        : Stream.empty())
                .min(Comparator.comparing(it -> it.due().orElse(Instant.MAX)));
    }

    private static Duty keep(Measure measure, Proving proving, Optional<Instant> due) {
        return new Duty(new ActionId(ActionId.Kind.KEEP, measure.id().value()), new Advice.Keep(measure, proving), due);
    }

    /// Documents behind answers that no measure above covers already.
    private List<Duty> documents(List<Duty> above) {
        var covered = above.stream()
                .flatMap(it -> it.advice() instanceof Advice.Keep(var measure, var _)
                        ? measure.effect().raises().stream().map(raise -> raise.topic())
                        : Stream.empty())
                .toList();
        Map<ActionId, Duty> found = new LinkedHashMap<>();
        for (var indication : situation.indications()) {
            var topic = indication.indicator().answeredTopic().filter(it -> !covered.contains(it));
            topic.flatMap(it -> renew(it, indication)).ifPresent(it -> found.put(it.id(), it));
        }
        return List.copyOf(found.values());
    }

    private Optional<Duty> renew(TopicId topic, Indication indication) {
        var until =
                indication.counting().orElseGet(indication::shown).validity().until();
        if (!endsSoon(until)) {
            return Optional.empty();
        }
        return situation
                .catalogue()
                .topic(topic)
                .flatMap(it -> situation.catalogue().on(topic).stream()
                        .findFirst()
                        .map(question -> new Duty(
                                new ActionId(ActionId.Kind.RENEW, topic.value()),
                                new Advice.Renew(it, question, until),
                                Optional.of(until))));
    }

    private boolean endsSoon(Instant until) {
        return !until.isAfter(situation.now().plus(SOON));
    }

    /// The measures that are in place, of variants of one measure the one that asks most.
    private List<Measure> inPlace() {
        var all = situation.measures().stream().filter(this::inPlace).toList();
        return all.stream()
                .filter(it -> all.stream().noneMatch(other -> covers(other, it)))
                .toList();
    }

    private static boolean covers(Measure large, Measure small) {
        if (large.id().equals(small.id())) {
            return false;
        }
        var promises = large.effect().raises();
        var same = promises.size() == small.effect().raises().size();
        var holds = small.effect().raises().stream()
                .allMatch(it -> promises.stream()
                        .anyMatch(other ->
                                other.topic().equals(it.topic()) && other.to().compareTo(it.to()) >= 0));
        var equal = same && holds && small.effect().raises().containsAll(promises);
        return holds && (!equal || large.id().compareTo(small.id()) < 0);
    }

    /// All it raises is attained by the prudent mark, and something of it is known. A topic that nobody was
    /// asked about does not count against it.
    private boolean inPlace(Measure measure) {
        var attained = measure.effect().raises().stream()
                .filter(it -> prover.asked(it.topic(), topics))
                .map(it -> prover.known(it.topic())
                        .flatMap(Known::attained)
                        .map(at -> at.said().compareTo(it.to()) >= 0))
                .flatMap(Optional::stream)
                .toList();
        return !attained.isEmpty() && attained.stream().allMatch(it -> it);
    }

    /// What a rule wants every year or so first, then other duties, gates, what an indicator can show, weight.
    private int weightOf(Measure measure) {
        var questions = measure.effect().raises().stream()
                .flatMap(it -> situation.catalogue().on(it.topic()).stream())
                .toList();
        var duty = measure.place()
                .mandatory()
                .filter(it -> it.audience().stream().anyMatch(who -> who.covers(situation.audience())))
                .isPresent();
        var recurs = measure.place().mandatory().stream()
                .anyMatch(it -> situation.catalogue().surroundings().rules().stream()
                        .anyMatch(rule ->
                                rule.id().equals(it.rule()) && rule.deadline().kind() == Rule.DeadlineKind.EVERY));
        var gate = questions.stream().anyMatch(it -> it.scoring().gate().isPresent());
        var heaviest =
                questions.stream().mapToInt(it -> it.scoring().weight()).max().orElse(0);
        return (duty ? 100 : 0)
                + (duty && recurs ? 100 : 0)
                + (gate ? 20 : 0)
                + (measure.effect().provenBy().isEmpty() ? 0 : 10)
                + heaviest;
    }
}
