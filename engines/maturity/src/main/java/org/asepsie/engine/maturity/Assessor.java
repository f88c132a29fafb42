package org.asepsie.engine.maturity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Marks establishments with one instrument: what is proven, what is said, what is possible.
///
/// The lowest and the highest score over everything that may be true are those of all lowest and all highest
/// attainments, because the formula never falls when an attainment rises; so an interval costs two sums, not a
/// search. Cost: O(items · themes + proofs) per establishment. Immutable and safe to share: build it once per
/// instrument.
public final class Assessor {
    private final Instrument instrument;
    private final Formula formula;
    private final Set<TopicId> topics;

    private Assessor(Instrument instrument) {
        this.instrument = instrument;
        this.formula = new Formula(instrument);
        this.topics = instrument.items().stream().map(Item::topic).collect(Collectors.toSet());
    }

    public static Assessor of(Instrument instrument) {
        return new Assessor(instrument);
    }

    public Instrument instrument() {
        return instrument;
    }

    public Maturity assess(Dossier dossier, Instant asOf) {
        var known = known(dossier, asOf);
        var lines = Lines.of(known);
        var sums = lines.sums(formula);
        return new Maturity(
                instrument.id(),
                asOf,
                sums.overall(),
                themes(sums),
                contributions(known, lines.said(), sums.said()),
                findings(known, dossier, asOf),
                completeness(known));
    }

    Formula formula() {
        return formula;
    }

    List<Known> known(Dossier dossier, Instant asOf) {
        Map<TopicId, List<Proof>> proofs = new HashMap<>();
        for (var proof : dossier.proofs()) {
            proofs.computeIfAbsent(proof.topic(), _ -> new ArrayList<>(2)).add(proof);
        }
        var known = new ArrayList<Known>(instrument.items().size());
        for (var item : instrument.items()) {
            var onTopic = proofs.getOrDefault(item.topic(), List.of());
            known.add(Known.of(dossier.statement(item.topic()), onTopic, asOf));
        }
        return known;
    }

    private List<Maturity.ThemeStanding> themes(AllSums sums) {
        var themes = new ArrayList<Maturity.ThemeStanding>(instrument.themes().size());
        for (var theme = 0; theme < instrument.themes().size(); theme++) {
            themes.add(new Maturity.ThemeStanding(instrument.themes().get(theme), sums.theme(theme)));
        }
        return themes;
    }

    private List<Contribution> contributions(List<Known> known, int[] said, Formula.Sums sums) {
        var contributions = new ArrayList<Contribution>(said.length);
        for (var i = 0; i < said.length; i++) {
            var applies = said[i] != Formula.NOT_APPLICABLE;
            var held = applies ? new Index(-sums.effect(i, -said[i])) : Index.NONE;
            var toGain = applies ? new Index(sums.effect(i, 3 - said[i])) : Index.NONE;
            contributions.add(new Contribution(instrument.items().get(i), known.get(i), held, toGain));
        }
        return contributions;
    }

    private Findings findings(List<Known> known, Dossier dossier, Instant asOf) {
        var gates = new ArrayList<Findings.ClosedGate>();
        var contradictions = new ArrayList<Findings.Contradiction>();
        var removed = new ArrayList<Findings.Removed>();
        for (var i = 0; i < known.size(); i++) {
            var item = instrument.items().get(i);
            var it = known.get(i);
            item.gate()
                    .ifPresent(gate -> it.attained()
                            .filter(attained -> !gate.passedBy(attained.proven()))
                            .ifPresent(attained -> gates.add(new Findings.ClosedGate(item, gate, attained))));
            contradiction(item, it).ifPresent(contradictions::add);
            if (it.attained().isEmpty() && it.statement().orElse(null) instanceof Statement.NotApplicable(var fact)) {
                removed.add(new Findings.Removed(item, fact));
            }
        }
        return new Findings(gates, contradictions, expired(dossier, asOf), removed);
    }

    private static Optional<Findings.Contradiction> contradiction(Item item, Known known) {
        return known.counted()
                .filter(it -> it.grade().standsAlone())
                .flatMap(proof -> known.statement()
                        .filter(statement -> switch (statement) {
                            case Statement.Said(var value) -> !value.equals(proof.attainment());
                            case Statement.NotApplicable _ -> true;
                            case Statement.Unknown _ -> false;
                        })
                        .map(statement -> new Findings.Contradiction(item, statement, proof)));
    }

    private List<Proof> expired(Dossier dossier, Instant asOf) {
        return dossier.proofs().stream()
                .filter(it -> it.validity().overAt(asOf) && topics.contains(it.topic()))
                .sorted(Comparator.comparing(Proof::topic).thenComparing(Known.BY_DATE))
                .toList();
    }

    private Completeness completeness(List<Known> known) {
        int[] weights = new int[4];
        Map<ThemeId, Integer> themeWeight = new HashMap<>();
        instrument.themes().forEach(it -> themeWeight.put(it.id(), it.weight()));
        for (var i = 0; i < known.size(); i++) {
            var item = instrument.items().get(i);
            weights[kind(known.get(i))] += item.weight() * themeWeight.getOrDefault(item.theme(), 0);
        }
        return new Completeness(weights[0], weights[1], weights[2], weights[3]);
    }

    private static int kind(Known known) {
        if (known.attained().isEmpty()) {
            return 3;
        }
        if (known.attained().get().said().equals(known.attained().get().possible())) {
            return 0;
        }
        return known.statement().isPresent() ? 1 : 2;
    }

    /// One attainment per item for each mark, in the order of the instrument.
    private record Lines(int[] proven, int[] said, int[] possible, int[] declaredLow, int[] declaredHigh) {
        static Lines of(List<Known> known) {
            var lines = new Lines(blank(known), blank(known), blank(known), blank(known), blank(known));
            for (var i = 0; i < known.size(); i++) {
                if (known.get(i).attained().orElse(null)
                        instanceof Known.Attained(var proven, var said, var possible)) {
                    lines.proven[i] = proven.value();
                    lines.said[i] = said.value();
                    lines.possible[i] = possible.value();
                }
                if (known.get(i).declared().orElse(null) instanceof Known.Span(var low, var high)) {
                    lines.declaredLow[i] = low.value();
                    lines.declaredHigh[i] = high.value();
                }
            }
            return lines;
        }

        private static int[] blank(List<Known> known) {
            var line = new int[known.size()];
            Arrays.fill(line, Formula.NOT_APPLICABLE);
            return line;
        }

        AllSums sums(Formula formula) {
            return new AllSums(
                    formula.sum(proven),
                    formula.sum(said),
                    formula.sum(possible),
                    formula.sum(declaredLow),
                    formula.sum(declaredHigh));
        }
    }

    private record AllSums(
            Formula.Sums proven, Formula.Sums said, Formula.Sums possible, Formula.Sums low, Formula.Sums high) {
        Standing overall() {
            if (said.empty()) {
                return Standing.NOTHING_KNOWN;
            }
            var declared = low.empty()
                    ? Standing.NOTHING_KNOWN.declared()
                    : new Standing.Interval(
                            low.overall().score(), high.overall().score());
            return new Standing(proven.overall(), said.overall(), possible.overall(), declared);
        }

        Optional<Standing> theme(int theme) {
            if (said.empty(theme)) {
                return Optional.empty();
            }
            var declared = low.empty(theme)
                    ? Standing.NOTHING_KNOWN.declared()
                    : new Standing.Interval(
                            low.theme(theme).score(), high.theme(theme).score());
            return Optional.of(new Standing(proven.theme(theme), said.theme(theme), possible.theme(theme), declared));
        }
    }
}
