package org.asepsie.app.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.asepsie.app.evidence.Indication;
import org.asepsie.engine.maturity.Known;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.Measure;

/// What is in place and must stay shown: proofs that are over or soon will be, and measures that nothing shows yet. A
/// facility that has everything finds its next actions here, the exercise of the year among them.
final class Upkeep {
    /// As long as it takes to hold an exercise or to have a restore tried.
    static final Duration SOON = Duration.ofDays(90);

    /// What nothing shows yet is asked for a few at a time; the next come when these are shown.
    static final int SHOWN_AT_ONCE = 12;

    private final Situation situation;
    private final Prover prover;

    /// What to keep up, what runs out first before what nothing ever showed.
    ///
    /// @param due by when; empty when nothing runs out
    record Duty(ActionId id, Advice advice, Optional<Instant> due) {}

    Upkeep(Situation situation, Prover prover) {
        this.situation = situation;
        this.prover = prover;
    }

    List<Duty> duties() {
        var duties = new ArrayList<Duty>();
        var unshown = new ArrayList<Measure>();
        for (var measure : situation.measures()) {
            if (!inPlace(measure)) {
                continue;
            }
            switch (prover.of(measure)) {
                case Proving.Proven proven when !endsSoon(proven.until()) -> {}
                case Proving.Proven proven -> duties.add(keep(measure, proven, Optional.of(proven.until())));
                case Proving.Lapsed lapsed -> duties.add(keep(measure, lapsed, Optional.of(lapsed.since())));
                case Proving.Contradicted _, Proving.NotYet _ -> unshown.add(measure);
            }
        }
        duties.addAll(documents(duties));
        duties.sort(Comparator.comparing(it -> it.due().orElse(Instant.MAX)));
        unshown.stream()
                .sorted(Comparator.comparing(this::weightOf).reversed())
                .limit(SHOWN_AT_ONCE)
                .forEach(it -> duties.add(keep(it, prover.of(it), Optional.empty())));
        return duties;
    }

    /// The proof that ends next, however far away: for a facility in which nothing else is left to do.
    Optional<Duty> next() {
        return situation.measures().stream()
                .filter(this::inPlace)
                .flatMap(it -> prover.of(it) instanceof Proving.Proven proven
                        ? Stream.of(keep(it, proven, Optional.of(proven.until())))
                        : Stream.empty())
                .min(Comparator.comparing(it -> it.due().orElse(Instant.MAX)));
    }

    private static Duty keep(Measure measure, Proving proving, Optional<Instant> due) {
        return new Duty(
                new ActionId(ActionId.Kind.KEEP, measure.id().value()), new Advice.Keep(measure, proving), due);
    }

    /// Documents behind answers that no measure above covers already.
    private List<Duty> documents(List<Duty> above) {
        var covered = above.stream()
                .flatMap(it -> it.advice() instanceof Advice.Keep(var measure, _)
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
        var until = indication.counting().orElseGet(indication::shown).validity().until();
        if (!endsSoon(until)) {
            return Optional.empty();
        }
        return situation.catalogue().topic(topic).flatMap(it -> situation.catalogue().on(topic).stream()
                .findFirst()
                .map(question -> new Duty(
                        new ActionId(ActionId.Kind.RENEW, topic.value()),
                        new Advice.Renew(it, question, until),
                        Optional.of(until))));
    }

    private boolean endsSoon(Instant until) {
        return !until.isAfter(situation.now().plus(SOON));
    }

    /// All it raises is attained by the prudent mark, and something of it was said or shown.
    private boolean inPlace(Measure measure) {
        var known = measure.effect().raises().stream()
                .map(it -> prover.known(it.topic())
                        .flatMap(Known::attained)
                        .map(at -> at.said().compareTo(it.to()) >= 0))
                .flatMap(Optional::stream)
                .toList();
        return !known.isEmpty() && known.stream().allMatch(it -> it);
    }

    /// Duties of law first, then gates, then what an indicator can show, then weight.
    private int weightOf(Measure measure) {
        var questions = measure.effect().raises().stream()
                .flatMap(it -> situation.catalogue().on(it.topic()).stream())
                .toList();
        var duty = measure.place().mandatory()
                .filter(it -> it.audience().stream().anyMatch(who -> who.covers(situation.audience())))
                .isPresent();
        var gate = questions.stream().anyMatch(it -> it.scoring().gate().isPresent());
        var heaviest = questions.stream().mapToInt(it -> it.scoring().weight()).max().orElse(0);
        return (duty ? 100 : 0) + (gate ? 20 : 0) + (measure.effect().provenBy().isEmpty() ? 0 : 10) + heaviest;
    }
}
